package mien.app.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mien.app.job.Jobs;
import mien.app.job.LatestStatus;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Film;
import mien.engine.job.Forecast;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelDesk;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/**
 * A workshop that writes down every edit it is asked for: those that run and wait, in their order,
 * and those that failed, until they are made again or put away. All methods belong to the window's
 * thread.
 */
public final class Ledger implements Workshop {

    /** Edits that are done sooner than this are not listed, so that the list is quiet. */
    static final Duration NOTICE = Duration.ofMillis(700);

    /** Failures that stay. */
    private static final int MOST_FAILURES = 20;

    private final Workshop workshop;
    private final Jobs jobs;
    private final List<Entry> under = new ArrayList<>(); // way: what runs, then what waits
    private final ObservableList<Entry> list = FXCollections.observableArrayList();
    private final ObservableList<Entry> view = FXCollections.unmodifiableObservableList(list);
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private Again again = (order, smaller) -> false;

    /** Makes something again that failed. */
    @FunctionalInterface
    public interface Again {

        /**
         * @param smaller whether in a way that needs less memory
         * @return whether its picture is still there
         */
        boolean make(EditOrder<?> order, boolean smaller);
    }

    public Ledger(Workshop workshop, Jobs jobs) {
        this.workshop = workshop;
        this.jobs = jobs;
    }

    /** What takes a while, and what failed. */
    public ObservableList<Entry> entries() {
        return view;
    }

    /** Whether no further edit begins. */
    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    public void setAgain(Again how) {
        again = how;
    }

    @Override
    public <S extends EditSpec> Making start(EditOrder<S> order, Consumer<JobStatus> listener) {
        return listed(order, listener, heard -> workshop.start(order, heard));
    }

    @Override
    public <S extends EditSpec> Making steer(
            Making running, EditOrder<S> changed, Consumer<JobStatus> listener) {
        Making job = running instanceof Listed listed ? listed.job : running;
        return listed(changed, listener, heard -> workshop.steer(job, changed, heard));
    }

    private Making listed(
            EditOrder<?> order,
            Consumer<JobStatus> listener,
            Function<Consumer<JobStatus>, Making> begin) {
        Entry entry = new Entry(order);
        under.add(entry);
        LatestStatus<JobStatus> news =
                new LatestStatus<>(jobs.window(), status -> heard(entry, status));
        Making started =
                begin.apply(
                        status -> {
                            entry.paced(status);
                            news.offer(status);
                            listener.accept(status);
                        });
        entry.setJob(started);
        jobs.after(NOTICE, () -> list(entry));
        return new Listed(entry, started);
    }

    /** A job in the list: moving it moves its line too. */
    private final class Listed implements Making {
        private final Entry entry;
        private final Making job;

        Listed(Entry entry, Making job) {
            this.entry = entry;
            this.job = job;
        }

        @Override
        public Film film() {
            return job.film();
        }

        @Override
        public void cancel() {
            job.cancel();
        }

        @Override
        public boolean move(int place) {
            return Ledger.this.move(entry, place);
        }
    }

    private void heard(Entry entry, JobStatus status) {
        entry.setStatus(status);
        if (status.last()) {
            under.remove(entry);
            list.remove(entry);
        }
        if (status instanceof JobStatus.Failed) {
            list.add(entry);
            list.stream()
                    .filter(Entry::failed)
                    .findFirst()
                    .filter(oldest -> failures() > MOST_FAILURES)
                    .ifPresent(list::remove);
        }
    }

    private long failures() {
        return list.stream().filter(Entry::failed).count();
    }

    private void list(Entry entry) {
        if (under.contains(entry) && !list.contains(entry)) {
            list.add(entry);
            order();
        }
    }

    /** What is under way in its order, then what failed. */
    private void order() {
        List<Entry> before = List.copyOf(list);
        List<Entry> ordered = new ArrayList<>(list);
        ordered.sort(
                Comparator.comparing(Entry::failed)
                        .thenComparing(e -> e.failed() ? before.indexOf(e) : under.indexOf(e)));
        if (!ordered.equals(before)) {
            list.setAll(ordered);
        }
    }

    /** Ends one, or puts one away that failed. */
    public void cancel(Entry entry) {
        if (entry.failed()) {
            list.remove(entry);
        } else {
            entry.job().ifPresent(Making::cancel);
        }
    }

    /** Ends everything within a step, also what is not listed yet. */
    public void cancelAll() {
        List.copyOf(under).forEach(this::cancel);
    }

    /**
     * Puts one at a place among those that wait.
     *
     * @return whether it still waited
     */
    public boolean move(Entry entry, int place) {
        if (!entry.job().map(j -> j.move(place)).orElse(false)) {
            return false;
        }
        under.remove(entry);
        List<Entry> waiting = waiting();
        int to = Math.max(0, Math.min(waiting.size(), place));
        under.add(to == waiting.size() ? under.size() : under.indexOf(waiting.get(to)), entry);
        order();
        return true;
    }

    /** Puts one so many places further back. */
    public void moveBy(Entry entry, int places) {
        int at = waiting().indexOf(entry);
        if (at >= 0) {
            move(entry, Math.max(0, at + places));
        }
    }

    private List<Entry> waiting() {
        return under.stream().filter(Entry::waiting).toList();
    }

    /** Makes one again that failed; it leaves the list. */
    public void again(Entry entry, boolean smaller) {
        list.remove(entry);
        again.make(entry.order(), smaller);
    }

    /** Another picture: what failed of the one before cannot be made again. */
    public void forgetFailures() {
        list.removeIf(Entry::failed);
    }

    @Override
    public void hold() {
        workshop.hold();
        held.set(true);
    }

    @Override
    public void release() {
        workshop.release();
        held.set(false);
    }

    @Override
    public List<EditSystem<?>> systems() {
        return workshop.systems();
    }

    @Override
    public Optional<ModelPack> model(String system) {
        return workshop.model(system);
    }

    @Override
    public <S extends EditSpec> CompletableFuture<S> open(
            EditSystem<S> system, Picture picture, RunSettings settings) {
        return workshop.open(system, picture, settings);
    }

    @Override
    public CompletableFuture<Void> releaseMemory() {
        return workshop.releaseMemory();
    }

    @Override
    public Forecast forecast(EditOrder<?> order) {
        return workshop.forecast(order);
    }

    @Override
    public Optional<RunSettings> smaller(RunSettings settings) {
        return workshop.smaller(settings);
    }

    @Override
    public Optional<ModelDesk> models() {
        return workshop.models();
    }

    @Override
    public void close() {
        workshop.close();
    }
}
