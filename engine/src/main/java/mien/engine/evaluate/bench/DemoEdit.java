package mien.engine.evaluate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import mien.engine.EditOrder;
import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.edit.EditSpec;
import mien.engine.edit.RunSettings;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.evaluate.SwapAsking;
import mien.engine.evaluate.SwapCase;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/** One edit of opened pictures with the installed pack, from the call to its end. */
final class DemoEdit<S extends EditSpec> implements Runnable, AutoCloseable {

    private static final long PERSON = 1_000_000;
    private static final int SIDE = 128;
    private static final int AROUND = 192; // a face is smaller than its picture

    private final Engine engine;
    private final EditOrder<S> order;
    private final List<Double> first = new ArrayList<>();
    private volatile double firstPreview;

    private DemoEdit(Engine engine, EditOrder<S> order) {
        this.engine = engine;
        this.order = order;
    }

    /**
     * Opens the engine and the portrait.
     *
     * @throws Unavailable if no model for it is installed
     */
    static DemoEdit<RelightSpec> relight(int steps) {
        return relight(steps, EngineOptions.DEFAULT);
    }

    /** The same in an engine that is opened in another way. */
    static DemoEdit<RelightSpec> relight(int steps, EngineOptions options) {
        return opened(
                "relight",
                options,
                engine -> {
                    Relight relight = (Relight) engine.system("relight");
                    RunSettings settings = RunSettings.DEFAULT.withSteps(steps);
                    RelightSpec spec = turned(engine.open(relight, portrait(), settings).join());
                    return new EditOrder<>(relight, spec, settings);
                });
    }

    /**
     * Opens the engine and two pictures, and asks for the face of one in the other.
     *
     * @throws Unavailable if no model for it is installed
     */
    static DemoEdit<SwapSpec> swap(int steps) {
        return opened(
                SwapModel.SYSTEM,
                EngineOptions.DEFAULT,
                engine -> {
                    FaceSwap swap = (FaceSwap) engine.system(SwapModel.SYSTEM);
                    RunSettings settings = RunSettings.DEFAULT.withSteps(steps);
                    SwapAsking asking =
                            new SwapAsking(swap, p -> engine.open(swap, p, settings).join());
                    SwapSpec spec = asking.asked(SwapCase.of(PERSON, AROUND), found -> {});
                    return new EditOrder<>(swap, spec, settings);
                });
    }

    private static <S extends EditSpec> DemoEdit<S> opened(
            String system, EngineOptions options, Function<Engine, EditOrder<S>> asked) {
        Engine engine = Engine.open(options);
        boolean ready = false;
        try {
            if (engine.library().preferred(system).isEmpty()) {
                throw new Unavailable("no model for %s is installed".formatted(system));
            }
            DemoEdit<S> edit = new DemoEdit<>(engine, asked.apply(engine));
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
            return start(status -> note(status, start)).await();
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
        return order.settings().steps().orElseThrow();
    }

    /** Starts it without waiting. */
    Job start(Consumer<JobStatus> listener) {
        return engine.start(order, listener);
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
