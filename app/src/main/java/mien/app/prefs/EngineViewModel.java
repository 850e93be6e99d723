package mien.app.prefs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;
import mien.engine.Hardware;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import org.slf4j.LoggerFactory;

/** What the engine runs on, how much memory it holds, its log, and the choice of its library. */
public final class EngineViewModel {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LINES = 200;

    private final Jobs jobs;
    private final Supplier<Hardware> find;
    private final GpuChoice choice;
    private final LogFile log;
    private final ReadOnlyObjectWrapper<Optional<Hardware>> hardware =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Use> use = new ReadOnlyObjectWrapper<>(new Use(0, 0));
    private final ReadOnlyObjectWrapper<List<String>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Change> change =
            new ReadOnlyObjectWrapper<>(new Change.None());
    private Ongoing next = Ongoing.NOTHING;
    private volatile boolean cancelled;

    /** Memory of the whole program in MiB. */
    public record Use(long now, long peak) {}

    /** How far another choice of library has come. */
    public sealed interface Change {
        record None() implements Change {}

        /** A library is tried by a small run. */
        record Trying() implements Change {}

        record Fetching(String file, int done, int all, long megabytes) implements Change {}

        /** It is used from the next start on; what ran, empty for the bundled one. */
        record Chosen(String ran) implements Change {}

        record Failed(String sentence) implements Change {}
    }

    /**
     * @param find what the engine runs on; asked in the background
     */
    public EngineViewModel(Jobs jobs, Supplier<Hardware> find, GpuChoice choice, LogFile log) {
        this.jobs = jobs;
        this.find = find;
        this.choice = choice;
        this.log = log;
    }

    /** Asks what the engine runs on; once it has started, since asking loads the library. */
    public void look() {
        jobs.fetch(find, h -> hardware.set(Optional.of(h)), this::fail);
    }

    public ReadOnlyObjectProperty<Optional<Hardware>> hardwareProperty() {
        return hardware.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Use> useProperty() {
        return use.getReadOnlyProperty();
    }

    /** The last lines of the log. */
    public ReadOnlyObjectProperty<List<String>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Change> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /** Memory and log are read now and then while somebody looks. */
    public void watch(boolean looking) {
        next.cancel();
        next = Ongoing.NOTHING;
        if (looking) {
            use.set(new Use(Hardware.memory(), Hardware.peakMemory()));
            jobs.fetch(() -> log.tail(LINES), lines::set, this::fail);
            next = jobs.after(PAUSE, () -> watch(true));
        }
    }

    private boolean changing() {
        return change.get() instanceof Change.Trying || change.get() instanceof Change.Fetching;
    }

    /** Takes the library of an installed PyTorch from the next start on. */
    public void use(Path folder) {
        choose(() -> choice.use(folder));
    }

    /** Fetches the CUDA library that DJL publishes and takes it from the next start on. */
    public void install() {
        cancelled = false;
        choose(
                () ->
                        choice.install(
                                (file, done, all, bytes) -> {
                                    if (cancelled) {
                                        throw new Cancelled();
                                    }
                                    Change now = new Change.Fetching(file, done, all, bytes >> 20);
                                    jobs.window().execute(() -> show(now));
                                }));
    }

    private void show(Change now) {
        if (changing() && !now.equals(change.get())) {
            change.set(now);
        }
    }

    /** Ends the fetching; nothing of it stays. */
    public void cancel() {
        cancelled = true;
    }

    /** Goes back to the library that came with Mien, from the next start on. */
    public void useBundled() {
        choose(
                () -> {
                    choice.useBundled();
                    return "";
                });
    }

    private void choose(Supplier<String> work) {
        if (!changing()) {
            change.set(new Change.Trying());
            jobs.fetch(
                    work,
                    ran -> {
                        change.set(new Change.Chosen(ran));
                        look();
                    },
                    this::fail);
        }
    }

    private void fail(RuntimeException e) {
        if (e instanceof Cancelled) {
            change.set(new Change.None());
        } else if (e instanceof EditException) {
            change.set(new Change.Failed(e.getMessage()));
        } else {
            LoggerFactory.getLogger(EngineViewModel.class).error("the engine cannot be asked", e);
            change.set(new Change.Failed(String.valueOf(e.getMessage())));
        }
    }
}
