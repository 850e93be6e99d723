package mien.app.canvas.tool.mask;

import javafx.beans.value.ObservableValue;
import mien.app.edit.EditViewModel;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import mien.engine.picture.mask.MaskSet;

/** The masks of an edit, and what happens to them. */
public interface MaskLens {

    /** The masks now. */
    ObservableValue<MaskSet> masks();

    /** Whether there may be more than one. */
    boolean several();

    /** They change, and will probably change again. */
    void preview(MaskSet masks);

    /** What was changed becomes one step of the history. */
    void settle();

    /** The masks of an edit that has a handle for them. */
    static <S extends EditSpec> MaskLens of(EditViewModel<S> edit, Handle.Mask<S> handle) {
        ObservableValue<MaskSet> masks = edit.specProperty().map(handle::value);
        return new MaskLens() {
            @Override
            public ObservableValue<MaskSet> masks() {
                return masks;
            }

            @Override
            public boolean several() {
                return handle.several();
            }

            @Override
            public void preview(MaskSet next) {
                edit.preview(handle.with(edit.spec(), next));
            }

            @Override
            public void settle() {
                edit.settle();
            }
        };
    }
}
