package mien.app.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.Forecast;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelDesk;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/** What the window needs of the engine. */
public interface Workshop extends AutoCloseable {

    /** All editing systems, in the order of the rooms. */
    List<EditSystem<?>> systems();

    /** The model a system uses, if one is installed. */
    Optional<ModelPack> model(String system);

    /** Reads the values of a picture in the background; cancelling the future ends the work. */
    <S extends EditSpec> CompletableFuture<S> open(
            EditSystem<S> system, Picture picture, RunSettings settings);

    /**
     * Starts an edit in the background.
     *
     * @param listener told of every status on a worker's thread
     */
    <S extends EditSpec> Making start(EditOrder<S> order, Consumer<JobStatus> listener);

    /**
     * Changes an edit while it goes on: it ends, and the changed one goes on from its newest step
     * (see {@link EditSystem#steers}).
     *
     * @param running one that {@link #start} or this made
     */
    default <S extends EditSpec> Making steer(
            Making running, EditOrder<S> changed, Consumer<JobStatus> listener) {
        running.cancel();
        return start(changed.from(new Beginning.Onwards(running.film())), listener);
    }

    /** No further edit begins until {@link #release}. */
    default void hold() {}

    /** Edits begin again. */
    default void release() {}

    /** Frees what was loaded as soon as the running edit has ended. */
    default CompletableFuture<Void> releaseMemory() {
        return CompletableFuture.completedFuture(null);
    }

    /** What an edit will probably take; not for the window's thread. */
    default Forecast forecast(EditOrder<?> order) {
        return Forecast.NOTHING;
    }

    /** The same in a way that needs less memory, if there is one. */
    default Optional<RunSettings> smaller(RunSettings settings) {
        return Optional.empty();
    }

    /** What is done with models, where there are any. */
    default Optional<ModelDesk> models() {
        return Optional.empty();
    }

    /** Cancels what runs and frees what was loaded. */
    @Override
    void close();
}
