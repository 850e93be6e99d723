package mien.app.canvas.tool.mask;

import javafx.beans.value.ObservableValue;
import mien.app.edit.EditViewModel;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import mien.engine.picture.mask.Layout;

/** The layout of an edit, and what happens to it. */
public interface LayoutLens {

    /** The layout now. */
    ObservableValue<Layout> layout();

    /** Another one, as one step of the history. */
    void apply(Layout layout);

    /** The layout of an edit that has a handle for it. */
    static <S extends EditSpec> LayoutLens of(EditViewModel<S> edit, Handle.Layout<S> handle) {
        ObservableValue<Layout> layout = edit.specProperty().map(handle::value);
        return new LayoutLens() {
            @Override
            public ObservableValue<Layout> layout() {
                return layout;
            }

            @Override
            public void apply(Layout next) {
                edit.apply(handle.with(edit.spec(), next));
            }
        };
    }
}
