package mien.app.edit;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/** A pad, and the variations round its point when they are wanted. */
final class PadBox extends VBox {

    /**
     * @param grid makes the variations; empty if there is nothing to make them with
     */
    PadBox(Pad<?> pad, Optional<Supplier<Node>> grid, Texts texts) {
        getStyleClass().add("pad-box");
        HBox top = new HBox(pad);
        top.getStyleClass().add("pad-tools");
        getChildren().add(top);
        grid.ifPresent(
                g -> {
                    ToggleButton show =
                            Buttons.toggle(MaterialDesignG.GRID, texts.text("pad.variations"));
                    show.setId("pad-variations");
                    show.selectedProperty().subscribe((was, is) -> toggle(show, is, g, texts));
                    top.getChildren().add(show);
                });
    }

    private void toggle(ToggleButton button, boolean on, Supplier<Node> grid, Texts texts) {
        Buttons.named(button, texts.text(on ? "pad.hide" : "pad.variations"));
        if (on) {
            getChildren().add(grid.get());
        } else {
            getChildren().remove(1);
        }
    }
}
