package mien.engine.evaluate.bench;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;

/** What an edit is doing when it is cancelled. */
enum CancelMoment {
    /** Anything, wherever a random moment falls. */
    ANY,
    /** It reads its weights. */
    LOADING,
    /** A step was told; its place is being kept for branches and for the day after a crash. */
    SAVING,
    /** The last step was told; the result is being made of it. */
    DECODING;

    /**
     * Starts an edit and waits for the moment.
     *
     * @param whole how long an edit takes with its weights loaded, milliseconds
     * @param loading how long these take, milliseconds
     */
    Job reached(DemoEdit<?> edit, SplittableRandom random, double whole, double loading) {
        if (this == LOADING) {
            edit.releaseMemory();
        }
        int told =
                switch (this) {
                    case ANY, LOADING -> 0;
                    case SAVING -> random.nextInt(1, edit.steps());
                    case DECODING -> edit.steps();
                };
        CountDownLatch there = new CountDownLatch(1);
        Job job =
                edit.start(
                        status -> {
                            if (status.last() || step(status) >= told) {
                                there.countDown();
                            }
                        });
        await(there);
        if (told == 0) {
            double within = this == LOADING ? loading : whole;
            LockSupport.parkNanos((long) (1e6 * within * random.nextDouble()));
        }
        return job;
    }

    private static int step(JobStatus status) {
        return status instanceof JobStatus.Running running ? running.step() : 0;
    }

    private static void await(CountDownLatch there) {
        try {
            there.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }
}
