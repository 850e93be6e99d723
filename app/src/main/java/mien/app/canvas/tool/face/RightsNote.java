package mien.app.canvas.tool.face;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.edit.FaceMark;
import mien.engine.edit.FaceMark.Source;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Who allowed what of the source of the face that is grasped; it goes into every export. */
final class RightsNote extends VBox {

    private final FacesModel<?> faces;
    private final Texts texts;
    private final Label heading = new Label();
    private final TextField note = new TextField();
    private Optional<FaceMark> of = Optional.empty();

    RightsNote(FacesModel<?> faces, Texts texts) {
        this.faces = faces;
        this.texts = texts;
        getStyleClass().add("rights-note");
        heading.getStyleClass().add("face-state");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setLabelFor(note);
        HBox.setHgrow(heading, Priority.ALWAYS);
        Button clear =
                Buttons.icon(MaterialDesignC.CLOSE, texts.text("faces.clear"), faces::clearGrasped);
        clear.getStyleClass().add("row-reset");
        note.setPromptText(texts.text("faces.rights.prompt"));
        note.setTooltip(new Tooltip(texts.text("export.rights.prompt")));
        note.setOnAction(e -> keep());
        note.focusedProperty().subscribe((was, is) -> keep());
        getChildren().addAll(new HBox(heading, clear), note);
        WhileShown.follow(this, faces.facesProperty(), f -> show());
        WhileShown.follow(this, faces.graspProperty(), g -> show());
    }

    private void show() {
        Optional<FaceMark> next = faces.graspedFace().filter(f -> f.source().isPresent());
        boolean other = !next.map(FaceMark::id).equals(of.map(FaceMark::id));
        if (other) {
            keep(); // what was typed belongs to the face before
        }
        of = next;
        setVisible(next.isPresent());
        setManaged(next.isPresent());
        next.flatMap(FaceMark::source)
                .ifPresent(
                        s -> {
                            heading.setText(texts.text("export.rights", s.name()));
                            note.setAccessibleText(heading.getText());
                            if (other || !note.isFocused()) {
                                note.setText(s.rights());
                            }
                        });
    }

    private void keep() {
        String typed = note.getText().strip();
        of.flatMap(f -> faces.face(f.id()))
                .filter(f -> f.source().map(Source::rights).filter(typed::equals).isEmpty())
                .filter(f -> f.source().isPresent())
                .ifPresent(f -> faces.note(f.id(), typed));
    }
}
