package mien.app.toy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;

/** Everything happens at once on the calling thread; pauses end when the test says so. */
public final class ManualJobs implements Jobs {

    private final List<Runnable> pauses = new ArrayList<>();

    @Override
    public Executor window() {
        return Runnable::run;
    }

    @Override
    public Executor background() {
        return Runnable::run;
    }

    @Override
    public Executor drawing() {
        return Runnable::run;
    }

    @Override
    public Ongoing after(Duration pause, Runnable action) {
        pauses.add(action);
        return () -> pauses.remove(action);
    }

    /** All pauses that were not called off are over. */
    public void pass() {
        List<Runnable> over = List.copyOf(pauses);
        pauses.clear();
        over.forEach(Runnable::run);
    }
}
