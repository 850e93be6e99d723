package mien.app.canvas.tool.mask;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import mien.engine.picture.mask.MaskSet;

/** Masks without an edit; every step of their history is kept. */
final class LooseMasks implements MaskLens {

    final List<MaskSet> steps = new ArrayList<>();
    private final SimpleObjectProperty<MaskSet> masks;

    LooseMasks(MaskSet first) {
        masks = new SimpleObjectProperty<>(first);
    }

    MaskSet now() {
        return masks.get();
    }

    void put(MaskSet other) {
        masks.set(other);
    }

    @Override
    public ObservableValue<MaskSet> masks() {
        return masks;
    }

    @Override
    public boolean several() {
        return true;
    }

    @Override
    public void preview(MaskSet next) {
        masks.set(next);
    }

    @Override
    public void settle() {
        steps.add(masks.get());
    }
}
