package mien.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import mien.app.history.KeptResult;
import mien.app.job.Jobs;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.JobStatus;

/**
 * The same spec with other noise: runs that become versions while the canvas keeps what it shows.
 * They give way to the edit's own run, and go on afterwards where they stood. Belongs to the
 * window's thread.
 */
public final class Seeds<S extends EditSpec> {

    /** How many can be asked for at once. */
    public static final int FEWEST = 2;

    public static final int MOST = 9;

    private final EditViewModel<S> edit;
    private final Workshop workshop;
    private final Jobs jobs;
    private final List<Turn> turns = new ArrayList<>();
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();

    Seeds(EditViewModel<S> edit, Workshop workshop, Jobs jobs) {
        this.edit = edit;
        this.workshop = workshop;
        this.jobs = jobs;
    }

    /** One of the runs; the worker may tell of its end before it is known here. */
    private final class Turn {
        private final EditOrder<S> order;
        private Optional<Making> job = Optional.empty();
        private volatile boolean runs;
        private boolean gaveWay;

        Turn(EditOrder<S> order) {
            this.order = order;
        }

        void start() {
            job = Optional.of(workshop.start(order, this::told));
        }

        private void told(JobStatus status) {
            runs = status instanceof JobStatus.Running;
            if (status.last()) {
                jobs.window().execute(() -> ended(this, status));
            }
        }

        void cancel() {
            job.ifPresent(Making::cancel);
        }
    }

    /** How many are not done yet. */
    public ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Makes the present spec with so many seeds more that it was not made with. */
    public void make(int count) {
        RunSettings now = edit.settingsProperty().get();
        S spec = edit.spec();
        RunSettings next = now;
        for (int made = 0; made < count; made++) {
            do {
                next = next.withSeed(next.seed() + 1);
            } while (known(spec, next));
            make(new EditOrder<>(edit.system(), spec, next));
        }
    }

    private boolean known(S spec, RunSettings settings) {
        return edit.versions().all().stream().anyMatch(v -> v.isOf(spec, settings))
                || turns.stream()
                        .anyMatch(
                                t ->
                                        t.order.spec().equals(spec)
                                                && t.order.settings().equals(settings));
    }

    /** Makes one more result; it becomes a version. */
    void make(EditOrder<S> order) {
        Turn turn = new Turn(order);
        turns.add(turn);
        left.set(turns.size());
        turn.start();
    }

    /**
     * Makes something again that failed: the edit as it is on the canvas, all else as a version.
     *
     * @param smaller whether in a way that needs less memory
     * @return whether it is of this picture
     */
    public boolean again(EditOrder<?> failed, boolean smaller) {
        boolean here =
                failed.system() == edit.system()
                        && failed.spec().source().equals(edit.spec().source());
        if (here && failed.spec().equals(edit.spec()) && isNow(failed.settings())) {
            Runnable run = smaller ? edit.outlook()::runSmaller : edit::run;
            run.run();
        } else if (here) {
            @SuppressWarnings("unchecked") // the specs of a system are of one class
            EditOrder<S> order = (EditOrder<S>) failed;
            remake(order, smaller);
        }
        return here;
    }

    private boolean isNow(RunSettings settings) {
        return settings.equals(edit.settingsProperty().get());
    }

    private void remake(EditOrder<S> order, boolean smaller) {
        if (!smaller) {
            make(order);
            return;
        }
        RunSettings less = workshop.smaller(order.settings()).orElse(order.settings());
        EditOrder<S> next =
                new EditOrder<>(order.system(), order.spec(), less).from(order.beginning());
        jobs.deliver(workshop.releaseMemory(), freed -> make(next), failure -> make(next));
    }

    /** Ends them all within a step. */
    public void cancel() {
        List<Turn> ending = List.copyOf(turns);
        turns.clear();
        left.set(0);
        ending.forEach(Turn::cancel);
    }

    /** The edit's own run begins: one that runs stops within a step and goes on later. */
    void giveWay() {
        turns.stream()
                .filter(t -> t.runs && !t.gaveWay)
                .forEach(
                        t -> {
                            t.gaveWay = true;
                            t.cancel();
                        });
    }

    private void ended(Turn turn, JobStatus status) {
        if (!turns.remove(turn)) {
            return;
        }
        if (status instanceof JobStatus.Done done) {
            RunSettings how = turn.order.settings();
            KeptResult result = new KeptResult(done.result());
            edit.versions().add(new Sampled<>(turn.order.spec(), how, result), OptionalInt.empty());
        } else if (status instanceof JobStatus.Cancelled && turn.gaveWay) {
            make(turn.order.from(goOn(turn)));
        }
        left.set(turns.size());
    }

    private Beginning goOn(Turn turn) {
        return turn.job
                .map(Making::film)
                .filter(film -> film.done() > 0)
                .<Beginning>map(Beginning.Resumed::new)
                .orElse(Beginning.NOISE);
    }
}
