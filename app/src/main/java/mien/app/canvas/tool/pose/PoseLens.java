package mien.app.canvas.tool.pose;

import javafx.beans.value.ObservableValue;
import mien.app.edit.EditViewModel;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import mien.engine.picture.pose.Skeleton;

/** The figure of an edit, and what happens to it. */
public interface PoseLens {

    /** The figure now. */
    ObservableValue<Skeleton> figure();

    /** The figure changes, and will probably change again. */
    void preview(Skeleton figure);

    /** What was changed becomes one step of the history. */
    void settle();

    /** The figure of an edit that has a handle for it. */
    static <S extends EditSpec> PoseLens of(EditViewModel<S> edit, Handle.Figure<S> handle) {
        ObservableValue<Skeleton> figure = edit.specProperty().map(handle::value);
        return new PoseLens() {
            @Override
            public ObservableValue<Skeleton> figure() {
                return figure;
            }

            @Override
            public void preview(Skeleton next) {
                edit.preview(handle.with(edit.spec(), next));
            }

            @Override
            public void settle() {
                edit.settle();
            }
        };
    }
}
