package mien.engine.evaluate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/** One edit of an opened portrait with the installed pack, from the call to its end. */
final class DemoEdit implements Runnable, AutoCloseable {

    private static final long PERSON = 1_000_000;
    private static final int SIDE = 128;

    private final Engine engine;
    private final Relight relight;
    private final RelightSpec spec;
    private final RunSettings settings;
    private final List<Double> first = new ArrayList<>();
    private volatile double firstPreview;

    private DemoEdit(Engine engine, int steps) {
        this.engine = engine;
        settings = RunSettings.DEFAULT.withSteps(steps);
        relight = (Relight) engine.system("relight");
        spec = turned(engine.open(relight, portrait(), settings).join());
    }

    /**
     * Opens the engine and the portrait.
     *
     * @throws Unavailable if no model for it is installed
     */
    static DemoEdit opened(int steps) {
        return opened(steps, EngineOptions.DEFAULT);
    }

    /** The same in an engine that is opened in another way. */
    static DemoEdit opened(int steps, EngineOptions options) {
        Engine engine = Engine.open(options);
        boolean ready = false;
        try {
            if (engine.library().preferred("relight").isEmpty()) {
                throw new Unavailable("no model for relight is installed");
            }
            DemoEdit edit = new DemoEdit(engine, steps);
            ready = true;
            return edit;
        } finally {
            if (!ready) {
                engine.close();
            }
        }
    }

    /** The portrait all measurements of edits use. */
    static Picture portrait() {
        Identity person = Identity.of(PERSON);
        return DrawnPeople.render(person, Look.of(person, 0), SIDE).picture();
    }

    /** The edit of an opened spec: half a turn to the side, as large as edits usually are. */
    static RelightSpec turned(RelightSpec opened) {
        return opened.withHead(opened.head().withYaw(15));
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        JobStatus end = await(start);
        if (end instanceof JobStatus.Failed failed) {
            throw new IllegalStateException(failed.sentence());
        }
        first.add(firstPreview);
    }

    private JobStatus await(long start) {
        try {
            return engine.start(relight, spec, settings, status -> note(status, start)).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    private void note(JobStatus status, long start) {
        if (status instanceof JobStatus.Running running && running.step() == 1) {
            firstPreview = Times.since(start);
        }
    }

    int steps() {
        return settings.steps().orElseThrow();
    }

    /** Starts it without waiting. */
    Job start(Consumer<JobStatus> listener) {
        return engine.start(relight, spec, settings, listener);
    }

    /** The next run has to load its networks again. */
    void releaseMemory() {
        engine.releaseMemory().join();
    }

    /**
     * Median time to the first preview, milliseconds.
     *
     * @param warmUp how many runs before the measured ones
     */
    double firstPreview(int warmUp) {
        return Times.of(first.stream().skip(warmUp).mapToDouble(Double::doubleValue).toArray())
                .p50();
    }

    @Override
    public void close() {
        engine.close();
    }
}
