package mien.app.canvas.tool.pose;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.Skeleton;

/**
 * All joints as lines that Tab goes through, each saying its name, its place and whether it counts.
 * Enter grasps a joint: then the arrows move it until Enter or Esc lets it go.
 */
public final class JointList extends VBox {

    private final PoseModel pose;
    private final PoseActions keys;
    private final Map<Joint, JointLine> lines = new EnumMap<>(Joint.class);
    private Optional<Skeleton> grasped = Optional.empty(); // the figure as it was then

    public JointList(PoseModel pose, PoseStudio studio) {
        this.pose = pose;
        this.keys = new PoseActions(pose, studio);
        Texts texts = studio.texts();
        getStyleClass().add("joint-list");
        setAccessibleText(texts.text("pose.joints"));
        for (Joint joint : Joint.ALL) {
            JointLine line = new JointLine(joint, texts, pose::toggleShown);
            lines.put(joint, line);
            line.setOnKeyPressed(
                    e -> {
                        if (pressed(joint, e)) {
                            e.consume();
                        }
                    });
            line.setOnKeyReleased(keys::released);
            line.setOnMousePressed(
                    e -> {
                        line.requestFocus();
                        if (e.isShiftDown()) {
                            pose.toggle(joint);
                        }
                        e.consume(); // else the panel that scrolls takes the focus
                    });
            line.focusedProperty().subscribe(focused -> focus(joint, focused));
            getChildren().add(line);
        }
        WhileShown.follow(
                this, pose.figureProperty(), f -> lines.forEach((j, l) -> l.show(f.at(j))));
        WhileShown.follow(
                this, pose.chosenProperty(), c -> lines.forEach((j, l) -> l.choose(c.contains(j))));
    }

    private void focus(Joint joint, boolean focused) {
        if (!focused) {
            letGo();
        } else if (!pose.chosen().contains(joint)) {
            pose.choose(joint);
        }
    }

    private boolean pressed(Joint joint, KeyEvent e) {
        switch (e.getCode()) {
            case ENTER -> {
                if (grasped.isPresent()) {
                    letGo();
                } else {
                    grasp(joint);
                }
            }
            case ESCAPE -> {
                if (grasped.isEmpty()) {
                    return false;
                }
                Skeleton before = grasped.get();
                letGo();
                pose.apply(before);
            }
            case SPACE -> pose.toggleShown(joint);
            default -> {
                return grasped.isPresent() || !e.getCode().isArrowKey()
                        ? keys.pressed(e)
                        : step(joint, e.getCode());
            }
        }
        return true;
    }

    /** Up and down go through the lines while nothing is grasped. */
    private boolean step(Joint joint, KeyCode code) {
        int next = joint.ordinal() + (code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0);
        if (next >= 0 && next < Joint.ALL.size()) {
            lines.get(Joint.ALL.get(next)).requestFocus();
        }
        return true;
    }

    private void grasp(Joint joint) {
        pose.choose(joint);
        grasped = Optional.of(pose.figure());
        lines.get(joint).grasp(true);
    }

    private void letGo() {
        grasped.ifPresent(
                before -> {
                    grasped = Optional.empty();
                    keys.settle();
                    lines.values().forEach(l -> l.grasp(false));
                });
    }
}
