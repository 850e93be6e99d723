package mien.app.toy;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;

/** Jobs of another that know whether all that was asked for is done. */
public final class CountedJobs implements Jobs {

    private final Jobs jobs;
    private final AtomicInteger open = new AtomicInteger();

    public CountedJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Whether nothing runs or waits; what is to come after a pause does not count. */
    public boolean quiet() {
        return open.get() == 0;
    }

    @Override
    public Executor window() {
        return counted(jobs.window());
    }

    @Override
    public Executor background() {
        return counted(jobs.background());
    }

    @Override
    public Executor drawing() {
        return counted(jobs.drawing());
    }

    private Executor counted(Executor threads) {
        return work -> {
            open.incrementAndGet();
            threads.execute(
                    () -> {
                        try {
                            work.run();
                        } finally {
                            open.decrementAndGet();
                        }
                    });
        };
    }

    @Override
    public Ongoing after(Duration pause, Runnable action) {
        return jobs.after(pause, action);
    }
}
