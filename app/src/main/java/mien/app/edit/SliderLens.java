package mien.app.edit;

import java.util.List;
import java.util.function.Supplier;
import mien.app.keys.KeyMap;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.EditSpec;

/** A field and the slider of the board it stands for. */
final class SliderLens<S extends EditSpec> implements SliderField.Lens {

    private final Slider<S> slider;
    private final SliderBoard<S> board;
    private final FieldSpan span;
    private final SliderField field;

    SliderLens(
            Slider<S> slider,
            String name,
            SliderBoard<S> board,
            FieldSpan span,
            Supplier<KeyMap> keys) {
        this.slider = slider;
        this.board = board;
        this.span = span;
        this.field = new SliderField(slider.scale(), name, this, keys);
        span.add(slider.id(), field);
    }

    SliderField field() {
        return field;
    }

    @Override
    public void preview(double value, boolean together) {
        board.preview(slider, value, together);
    }

    @Override
    public void settle() {
        board.settle();
    }

    @Override
    public void write(double value, boolean together) {
        board.write(slider, value, together);
    }

    @Override
    public void reset(boolean together) {
        board.reset(slider, together);
    }

    @Override
    public void span(double sceneY) {
        board.choose(span.between(field, sceneY));
    }

    @Override
    public void alone() {
        board.choose(List.of());
    }
}
