package mien.engine.evaluate.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mien.engine.evaluate.machine.Memory;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;

/**
 * A thousand edits that are cancelled at random moments, while weights are loaded or between any
 * two steps: how long the worker takes to be free again, and whether memory stays what it was.
 */
final class Cancels implements Benchmark {

    private static final int STEPS = 20;
    private static final int WARM_UP = 3;
    private static final int COUNT = 1000;
    private static final int SETTLED = 50;
    private static final int LOADING_EVERY = 10;
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
    public Measurement measure(String auto) {
        try (DemoEdit edit = DemoEdit.opened(STEPS)) {
            double whole = Times.measured(WARM_UP, WARM_UP, edit).p50();
            SplittableRandom random = new SplittableRandom(SEED);
            cancelled(edit, random, whole, SETTLED);
            long before = Memory.resident();
            return Taking.auto(name())
                    .of(() -> Times.of(cancelled(edit, random, whole, COUNT - SETTLED)))
                    .withStep(whole / STEPS)
                    .withGrowth((double) Memory.resident() / before - 1);
        }
    }

    private static double[] cancelled(
            DemoEdit edit, SplittableRandom random, double whole, int count) {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            if (i % LOADING_EVERY == 0) {
                edit.releaseMemory();
            }
            Job job = edit.start(status -> {});
            LockSupport.parkNanos((long) (1e6 * random.nextDouble(whole)));
            long asked = System.nanoTime();
            job.cancel();
            ended(job);
            times[i] = Times.since(asked);
        }
        return times;
    }

    private static void ended(Job job) {
        JobStatus end =
                job.ended()
                        .completeOnTimeout(
                                new JobStatus.Waiting(), PATIENCE_MS, TimeUnit.MILLISECONDS)
                        .join();
        if (end instanceof JobStatus.Failed failed) {
            throw new IllegalStateException(failed.sentence());
        }
        if (!end.last()) {
            throw new IllegalStateException(
                    "a cancelled job is still at work after %d s".formatted(PATIENCE_MS / 1000));
        }
    }
}
