package mien.app.edit;

import java.util.function.Supplier;
import mien.app.job.Workshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.job.Forecast;

/** What a run will take, and how it takes less. Belongs to the window's thread. */
final class Outlook<S extends EditSpec> {

    private final EditViewModel<S> edit;
    private final Workshop workshop;

    Outlook(EditViewModel<S> edit, Workshop workshop) {
        this.edit = edit;
        this.workshop = workshop;
    }

    /** Asks what a run of the spec as it is will take; not for the window's thread. */
    Supplier<Forecast> forecast() {
        EditOrder<S> order =
                new EditOrder<>(edit.system(), edit.spec(), edit.settingsProperty().get());
        return () -> workshop.forecast(order);
    }

    /** Goes on in a way that needs less memory, if there is one. */
    void spare() {
        spare(() -> {});
    }

    /** The run that failed once more, in a way that needs less memory. */
    void runSmaller() {
        spare(edit::run);
    }

    private void spare(Runnable otherwise) {
        edit.jobs()
                .deliver(
                        workshop.releaseMemory(),
                        freed ->
                                workshop.smaller(edit.settingsProperty().get())
                                        .ifPresentOrElse(edit::choose, otherwise),
                        failure -> otherwise.run());
    }
}
