package mien.engine.evaluate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mien.engine.EngineOptions;
import mien.engine.evaluate.machine.Memory;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;

/**
 * Edits that are cancelled at random moments, while weights are loaded, in the middle of a step,
 * while a step is kept on the disk, while the result is made: how long the worker takes to be free
 * again, whether one is stuck, and whether memory stays what it was.
 *
 * @param count how many edits
 */
record Cancels(int count) implements Benchmark {

    private static final int STEPS = 8;
    private static final int WARM_UP = 3;
    private static final int SETTLING = 20; // one of so many is not measured
    private static final List<CancelMoment> IN_TURN =
            List.of(
                    CancelMoment.ANY,
                    CancelMoment.SAVING,
                    CancelMoment.ANY,
                    CancelMoment.DECODING,
                    CancelMoment.ANY,
                    CancelMoment.LOADING,
                    CancelMoment.ANY);
    private static final long SEED = 20;
    private static final long PATIENCE_MS = 30_000;

    @Override
    public String name() {
        return "soak.cancel";
    }

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Benchmark times(int edits) {
        return new Cancels(edits);
    }

    @Override
    public Measurement measure(String auto) {
        try (DemoEdit<?> edit = DemoEdit.relight(STEPS, EngineOptions.DEFAULT.withRuns(folder()))) {
            double whole = Times.measured(WARM_UP, WARM_UP, edit).p50();
            edit.releaseMemory();
            double loading = Math.max(1, Times.measured(0, 1, edit).p50() - whole);
            Soak soak = new Soak(edit, whole, loading, new SplittableRandom(SEED));
            soak.cancelled(count / SETTLING);
            long before = Memory.resident();
            return Taking.auto(name())
                    .of(() -> Times.of(soak.cancelled(count - count / SETTLING)))
                    .with(Figure.STEP, whole / STEPS)
                    .with(Figure.STUCK, soak.stuck)
                    .with(Figure.GROWTH, (double) Memory.resident() / before - 1);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("mien-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder could be made", e);
        }
    }

    private static final class Soak {

        private final DemoEdit<?> edit;
        private final double whole;
        private final double loading;
        private final SplittableRandom random;
        private int done;
        private int stuck;

        Soak(DemoEdit<?> edit, double whole, double loading, SplittableRandom random) {
            this.edit = edit;
            this.whole = whole;
            this.loading = loading;
            this.random = random;
        }

        /**
         * Cancels so many edits, unless one is stuck, since its worker would take no other.
         *
         * @return how long each took to end, milliseconds
         */
        double[] cancelled(int most) {
            double[] times = new double[most];
            int n = 0;
            while (n < most && stuck == 0) {
                CancelMoment moment = IN_TURN.get(done++ % IN_TURN.size());
                Job job = moment.reached(edit, random, whole, loading);
                long asked = System.nanoTime();
                job.cancel();
                stuck += ended(job) ? 0 : 1;
                times[n++] = Times.since(asked);
            }
            return Arrays.copyOf(times, n);
        }
    }

    private static boolean ended(Job job) {
        JobStatus end =
                job.ended()
                        .completeOnTimeout(
                                new JobStatus.Waiting(), PATIENCE_MS, TimeUnit.MILLISECONDS)
                        .join();
        if (end instanceof JobStatus.Failed failed) {
            throw new IllegalStateException(failed.sentence());
        }
        return end.last();
    }
}
