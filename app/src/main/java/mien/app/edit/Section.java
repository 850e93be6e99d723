package mien.app.edit;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.theme.Buttons;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * A heading that opens and closes what stands below it. The content is made when it is first
 * opened.
 */
final class Section extends VBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final ToggleButton heading;
    private final Button reset;
    private final Label count = new Label();
    private final Supplier<Node> content;
    private boolean made;

    /**
     * @param resetName what the button that resets the section is called
     * @param onReset resets it
     */
    Section(String title, Supplier<Node> content, String resetName, Runnable onReset) {
        this.content = content;
        getStyleClass().add("section");
        heading = new ToggleButton(title, new FontIcon(MaterialDesignC.CHEVRON_RIGHT));
        heading.getStyleClass().add("section-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(heading, Priority.ALWAYS);
        count.getStyleClass().add("section-count");
        reset = Buttons.icon(MaterialDesignR.RESTORE, resetName, onReset);
        HBox header = new HBox(heading, count, reset);
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(header);
        heading.selectedProperty().subscribe(this::open);
        showChanges(0, "");
    }

    /** Whether the content is visible. */
    BooleanProperty openProperty() {
        return heading.selectedProperty();
    }

    /**
     * How many values below differ from the photograph.
     *
     * @param text says so in words
     */
    void showChanges(int changed, String text) {
        count.setText(text);
        count.setVisible(changed > 0);
        reset.setVisible(changed > 0);
    }

    private void open(boolean open) {
        pseudoClassStateChanged(OPEN, open);
        heading.setGraphic(
                new FontIcon(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
        if (open && !made) {
            made = true;
            Node inside = content.get();
            inside.getStyleClass().add("section-content");
            getChildren().add(inside);
        }
        if (made) {
            getChildren().get(1).setVisible(open);
            getChildren().get(1).setManaged(open);
        }
    }
}
