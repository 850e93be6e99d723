package mien.engine.job;

import java.util.function.Consumer;

/** Measures one run by what it tells; on its worker's thread. */
public final class RunClock implements Consumer<JobStatus> {

    private static final double NANOS = 1e9;

    private final Machine machine;
    private final Consumer<Experience.Observed> learner;
    private boolean loaded;
    private long began;
    private long first;
    private long last;
    private int seen;
    private int steps;
    private long bytesBefore;
    private long mostBytes;

    /** What is asked of the machine and the engine. */
    public interface Machine {

        long nanos();

        /** What this process holds, in bytes. */
        long resident();

        /** Whether the run's weights are loaded. */
        boolean loaded();
    }

    RunClock(Machine machine, Consumer<Experience.Observed> learner) {
        this.machine = machine;
        this.learner = learner;
    }

    @Override
    public void accept(JobStatus status) {
        if (status instanceof JobStatus.Loading) {
            loaded = machine.loaded();
            began = machine.nanos();
            bytesBefore = machine.resident();
        } else if (status instanceof JobStatus.Running running) {
            last = machine.nanos();
            first = seen == 0 ? last : first;
            seen++;
            steps = running.steps();
            measure();
        } else if (status instanceof JobStatus.Done) {
            measure();
            learn();
        }
    }

    private void measure() {
        mostBytes = Math.max(mostBytes, machine.resident());
    }

    /** The first step is told with what prepares it, so that the others say how long one takes. */
    private void learn() {
        double all = (machine.nanos() - began) / NANOS;
        if (seen == 1) {
            return; // nothing tells the step from what is around it
        }
        double step = seen == 0 ? 0 : (last - first) / NANOS / (seen - 1);
        learner.accept(
                new Experience.Observed(
                        loaded,
                        steps,
                        step,
                        Math.max(0, all - seen * step),
                        Math.max(0, mostBytes - bytesBefore)));
    }
}
