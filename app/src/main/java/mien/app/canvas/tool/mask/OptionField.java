package mien.app.canvas.tool.mask;

import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import mien.app.edit.SliderField;
import mien.app.keys.KeyMap;
import mien.engine.edit.Control.Scale;

/** A named number of the strip. */
final class OptionField extends HBox implements SliderField.Lens {

    private final SliderField field;
    private final double usual;
    private final DoubleConsumer taken;
    private final Runnable settled;

    /**
     * @param usual what resetting goes back to
     * @param keys what the keys of fields mean now
     * @param preview takes the number while it moves
     * @param settle told when it was let go
     */
    OptionField(
            String name,
            Scale scale,
            double usual,
            Supplier<KeyMap> keys,
            DoubleConsumer preview,
            Runnable settle) {
        this.usual = usual;
        this.taken = preview;
        this.settled = settle;
        this.field = new SliderField(scale, name, this, keys);
        getStyleClass().add("option-field");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label(name);
        label.setLabelFor(field);
        getChildren().addAll(label, field);
    }

    void show(double value) {
        field.show(value, usual);
    }

    /** Leaves the strip while it does not matter. */
    void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    @Override
    public void preview(double value, boolean together) {
        taken.accept(value);
    }

    @Override
    public void settle() {
        settled.run();
    }

    @Override
    public void write(double value, boolean together) {
        taken.accept(value);
        settled.run();
    }

    @Override
    public void reset(boolean together) {
        write(usual, together);
    }

    @Override
    public void span(double sceneY) {
        // fields of the strip are set one by one
    }

    @Override
    public void alone() {
        // as well
    }
}
