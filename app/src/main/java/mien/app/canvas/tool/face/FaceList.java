package mien.app.canvas.tool.face;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.edit.FaceMark;
import mien.engine.picture.Picture;

/**
 * All faces as lines that Tab goes through; the one with the focus is grasped: arrows move it, Page
 * up and down go through its points, and all other keys of faces work as on the canvas.
 */
final class FaceList extends VBox {

    private final FacesModel<?> faces;
    private final FaceActions keys;
    private final Supplier<Picture> picture;
    private final Texts texts;
    private final Map<Integer, FaceLine> lines = new LinkedHashMap<>(); // by the ids of faces

    FaceList(FacesModel<?> faces, FaceActions keys, Supplier<Picture> picture, Texts texts) {
        this.faces = faces;
        this.keys = keys;
        this.picture = picture;
        this.texts = texts;
        getStyleClass().add("face-list");
        setAccessibleText(texts.text("faces.title"));
        WhileShown.follow(this, faces.facesProperty(), f -> show());
        WhileShown.follow(this, faces.graspProperty(), g -> show());
    }

    private void show() {
        List<Integer> now = faces.faces().stream().map(FaceMark::id).toList();
        if (!now.equals(List.copyOf(lines.keySet()))) {
            rebuild(now);
        }
        for (FaceMark face : faces.faces()) {
            int number = faces.number(face);
            lines.get(face.id()).show(face, number, picture.get(), faces.grasped());
        }
    }

    /** The focus stays with the face it was on. */
    private void rebuild(List<Integer> ids) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        Optional<FaceLine> focused =
                lines.values().stream().filter(line -> line == owner).findFirst();
        Map<Integer, FaceLine> before = new LinkedHashMap<>(lines);
        lines.clear();
        ids.forEach(id -> lines.put(id, before.containsKey(id) ? before.get(id) : line(id)));
        getChildren().setAll(lines.values());
        focused.filter(lines::containsValue).ifPresent(Node::requestFocus);
    }

    private FaceLine line(int id) {
        FaceLine line = new FaceLine(texts);
        line.setOnMousePressed(
                e -> {
                    line.requestFocus();
                    e.consume(); // else the panel that scrolls takes the focus
                });
        line.setOnKeyPressed(this::pressed);
        line.setOnKeyReleased(keys::released);
        line.focusedProperty()
                .subscribe(
                        (was, is) -> {
                            if (is && faces.grasped().filter(g -> g.face() == id).isEmpty()) {
                                faces.grasp(Grasp.of(id));
                            } else if (was) {
                                keys.settle();
                            }
                        });
        return line;
    }

    private void pressed(KeyEvent e) {
        boolean taken = e.getCode() != KeyCode.TAB && (space(e) || keys.pressed(e));
        if (taken) { // Tab goes through the lines by itself
            e.consume();
        }
    }

    private boolean space(KeyEvent e) {
        return e.getCode() == KeyCode.SPACE && faces.toggleGrasped();
    }
}
