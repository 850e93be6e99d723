package mien.app.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.job.Jobs;
import mien.app.job.LatestStatus;
import mien.app.job.Ongoing;
import mien.app.job.Workshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;

/**
 * Nine pictures round a point of a pad: drafts at once, and small runs one after another when they
 * are asked for. When the point moves, the runs end and new drafts are drawn.
 */
final class Variations<S extends EditSpec> {

    private static final int STEPS = 5; // enough to see what it will be

    private final PadModel<S> pad;
    private final EditSystem<S> system;
    private final Workshop workshop;
    private final Consumer<String> complaint;
    private final LatestStatus<List<S>> wanted;
    private final ReadOnlyObjectWrapper<List<Optional<Picture>>> pictures =
            new ReadOnlyObjectWrapper<>(Collections.nCopies(9, Optional.empty()));
    private final ReadOnlyBooleanWrapper making = new ReadOnlyBooleanWrapper();
    private List<S> specs;
    private Ongoing run = Ongoing.NOTHING;
    private long round; // news of earlier rounds is not for us

    private record Drawn<S>(List<S> specs, List<Picture> drafts) {}

    Variations(PadModel<S> pad, Workshop workshop, Consumer<String> complaint) {
        this.pad = pad;
        this.system = pad.edit().system();
        this.workshop = workshop;
        this.complaint = complaint;
        this.specs = List.of();
        LatestStatus<Drawn<S>> drawn = new LatestStatus<>(pad.edit().jobs().window(), this::show);
        this.wanted =
                new LatestStatus<>(
                        pad.edit().jobs().drawing(),
                        nine -> drawn.offer(new Drawn<>(nine, draw(nine))));
    }

    private List<Picture> draw(List<S> nine) {
        return nine.stream().map(spec -> seen(spec, system.proxy(spec))).toList();
    }

    private Picture seen(S spec, Picture whole) {
        return Detail.of(system, spec, whole);
    }

    /** The pictures there are, small, from the top left row by row. */
    ReadOnlyObjectProperty<List<Optional<Picture>>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /** Whether runs go on. */
    ReadOnlyBooleanProperty makingProperty() {
        return making.getReadOnlyProperty();
    }

    /** The spec of each picture. */
    List<S> specs() {
        return specs;
    }

    /** The point is elsewhere. */
    void follow(S spec) {
        List<S> next = pad.around(spec);
        if (!next.equals(specs)) {
            stop();
            specs = next;
            wanted.offer(next);
        }
    }

    private void show(Drawn<S> drawn) {
        if (drawn.specs == specs && !making.get()) {
            pictures.set(drawn.drafts.stream().map(Optional::of).toList());
        }
    }

    /** Makes the nine in a few steps each. */
    void make() {
        if (specs.isEmpty()) {
            return;
        }
        stop();
        making.set(true);
        next(0, round);
    }

    private void next(int i, long of) {
        RunSettings few = pad.edit().settingsProperty().get().withSteps(STEPS);
        run =
                workshop.start(
                        new EditOrder<>(system, specs.get(i), few),
                        status -> {
                            if (status.last()) {
                                pad.edit().jobs().window().execute(() -> ended(i, status, of));
                            }
                        });
    }

    private void ended(int i, JobStatus status, long of) {
        if (of != round) {
            return;
        }
        if (status instanceof JobStatus.Done done) {
            finish(specs.get(i), i, done.result(), of);
            if (i + 1 < specs.size()) {
                next(i + 1, of);
                return;
            }
        } else if (status instanceof JobStatus.Failed failed) {
            complaint.accept(failed.sentence());
        }
        making.set(false);
    }

    /** What comes out is finished beside the window, as any result is. */
    private void finish(S spec, int i, Picture sampled, long of) {
        Jobs jobs = pad.edit().jobs();
        jobs.drawing()
                .execute(
                        () -> {
                            Picture made = seen(spec, system.finished(spec, sampled));
                            jobs.window().execute(() -> put(i, made, of));
                        });
    }

    private void put(int i, Picture made, long of) {
        if (of == round) {
            List<Optional<Picture>> now = new ArrayList<>(pictures.get());
            now.set(i, Optional.of(made));
            pictures.set(List.copyOf(now));
        }
    }

    /** Nothing more is made; what is there stays. */
    void stop() {
        round++;
        run.cancel();
        run = Ongoing.NOTHING;
        making.set(false);
    }

    /** One of them becomes the edit. */
    void take(int i) {
        if (i < specs.size()) {
            S chosen = specs.get(i);
            stop();
            pad.edit().apply(chosen);
        }
    }
}
