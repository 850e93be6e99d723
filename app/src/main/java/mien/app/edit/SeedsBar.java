package mien.app.edit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Asks for the same with other seeds, and stops it. */
final class SeedsBar extends HBox {

    private static final int USUAL = 4;

    private final EditViewModel<?> edit;
    private final Texts texts;
    private final Spinner<Integer> count = new Spinner<>(Seeds.FEWEST, Seeds.MOST, USUAL);
    private final Button make = new Button();

    SeedsBar(EditViewModel<?> edit, Texts texts) {
        this.edit = edit;
        this.texts = texts;
        getStyleClass().add("seeds-bar");
        setAlignment(Pos.CENTER_LEFT);
        count.setAccessibleText(texts.text("variations.count"));
        count.getStyleClass().add(Spinner.STYLE_CLASS_SPLIT_ARROWS_HORIZONTAL);
        make.getStyleClass().add("seeds-button");
        make.setMaxWidth(Double.MAX_VALUE);
        make.setOnAction(e -> makeOrStop());
        HBox.setHgrow(make, Priority.ALWAYS);
        getChildren().addAll(count, make);
        WhileShown.follow(this, edit.seeds().leftProperty(), left -> show());
        WhileShown.follow(this, count.valueProperty(), n -> show());
        WhileShown.follow(this, edit.touched(), t -> show());
    }

    private int left() {
        return edit.seeds().leftProperty().get();
    }

    private void makeOrStop() {
        if (left() > 0) {
            edit.seeds().cancel();
        } else {
            edit.seeds().make(count.getValue());
        }
    }

    private void show() {
        boolean going = left() > 0;
        make.setText(
                going
                        ? texts.text("variations.stop", left())
                        : texts.text("variations.make", count.getValue()));
        make.setGraphic(
                new FontIcon(going ? MaterialDesignS.STOP : MaterialDesignD.DICE_MULTIPLE_OUTLINE));
        make.setTooltip(
                new Tooltip(texts.text(going ? "variations.stop.help" : "variations.make.help")));
        count.setDisable(going);
        make.setDisable(!going && !edit.touched().getValue());
    }
}
