package mien.engine.evaluate.bench;

import java.util.ArrayList;
import java.util.List;
import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.evaluate.machine.Machine;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/**
 * A whole edit of an opened portrait with the installed pack: 20 steps, each with its preview,
 * through the engine.
 */
final class DemoRelight implements Benchmark {

    private static final int STEPS = 20;
    private static final int WARM_UP = 2;
    private static final int RUNS = 9;
    private static final long PERSON = 1_000_000;
    private static final int SIDE = 128;

    @Override
    public String name() {
        return "demo.relight";
    }

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Measurement measure(String auto) {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT)) {
            if (engine.library().preferred("relight").isEmpty()) {
                throw new Unavailable("no model for relight is installed");
            }
            Machine machine = Machine.inspected();
            Edit edit = new Edit(engine, STEPS);
            Measurement whole =
                    new Taking(name(), machine.precision(), machine.device(), machine.threads())
                            .of(() -> Times.measured(WARM_UP, RUNS, edit));
            return whole.withFirstPreview(edit.firstPreviews());
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

    /** One edit through the engine, from the call to its end. */
    static final class Edit implements Runnable {
        private final Engine engine;
        private final Relight relight;
        private final RelightSpec spec;
        private final RunSettings settings;
        private final List<Double> first = new ArrayList<>();
        private volatile double firstPreview;

        Edit(Engine engine, int steps) {
            this.engine = engine;
            settings = RunSettings.DEFAULT.withSteps(steps);
            relight = (Relight) engine.system("relight");
            spec = turned(engine.open(relight, portrait(), settings).join());
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

        /** Median over the measured runs. */
        double firstPreviews() {
            return Times.of(first.stream().skip(WARM_UP).mapToDouble(Double::doubleValue).toArray())
                    .p50();
        }
    }
}
