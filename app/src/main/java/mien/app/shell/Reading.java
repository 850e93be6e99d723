package mien.app.shell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.job.Jobs;
import mien.app.job.Workshop;
import mien.app.text.Saying;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/** Reads the values of a picture for a room, one at a time. Belongs to the window's thread. */
final class Reading {

    private final Jobs jobs;
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Saying>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private CompletableFuture<?> newest = CompletableFuture.completedFuture(null);
    private boolean closed;

    Reading(Jobs jobs) {
        this.jobs = jobs;
    }

    ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    /** Why nothing could be read. */
    ReadOnlyObjectProperty<Optional<Saying>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Begins to read.
     *
     * @param taker told what was found, unless something else was asked for meanwhile
     */
    <S extends EditSpec> void begin(
            EditSystem<S> system,
            Picture picture,
            Workshop shop,
            RunSettings settings,
            Consumer<S> taker) {
        going.set(true);
        CompletableFuture<S> answer = shop.open(system, picture, settings);
        newest = answer;
        jobs.deliver(
                answer,
                spec -> {
                    if (newest == answer) {
                        going.set(false);
                        taker.accept(spec);
                    }
                },
                failure -> {
                    if (newest == answer && !closed) {
                        going.set(false);
                        fail(Failures.saying(failure, "failure.picture.read"));
                    }
                });
    }

    void fail(Saying saying) {
        problem.set(Optional.of(saying));
    }

    /** What was asked for is not wanted any more. */
    void giveUp() {
        CompletableFuture<?> unwanted = newest;
        newest = CompletableFuture.completedFuture(null); // so that its end is nobody's problem
        unwanted.cancel(true);
        problem.set(Optional.empty());
        going.set(false);
    }

    void close() {
        closed = true;
        newest.cancel(true);
    }
}
