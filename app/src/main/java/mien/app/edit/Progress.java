package mien.app.edit;

import java.time.Duration;
import java.util.Optional;
import mien.engine.edit.EditException.Reason;
import mien.engine.job.JobStatus;

/**
 * How far an edit is.
 *
 * @param step steps done, 0 before the first
 * @param steps steps in all, 0 when not known
 * @param time while running: what is probably left; when done: what it took
 * @param problem what went wrong, one sentence; empty unless it failed
 * @param machine whether less memory might help
 */
public record Progress(
        Phase phase,
        int step,
        int steps,
        Optional<Duration> time,
        String problem,
        boolean machine) {

    /** Where an edit stands. */
    public enum Phase {
        /** Nothing was changed yet. */
        READY,
        /** Something is being dragged. */
        SHAPING,
        WAITING,
        LOADING,
        RUNNING,
        /** Cancelled by the person; the worker ends within a step. */
        STOPPING,
        STOPPED,
        DONE,
        FAILED
    }

    static final Progress READY = of(Phase.READY);

    static Progress of(Phase phase) {
        return new Progress(phase, 0, 0, Optional.empty(), "", false);
    }

    static Progress running(Frame frame, Optional<Duration> left) {
        return new Progress(Phase.RUNNING, frame.step(), frame.steps(), left, "", false);
    }

    static Progress done(Duration taken) {
        return new Progress(Phase.DONE, 0, 0, Optional.of(taken), "", false);
    }

    static Progress failed(JobStatus.Failed failed) {
        boolean machine = failed.reason() == Reason.MACHINE;
        return new Progress(Phase.FAILED, 0, 0, Optional.empty(), failed.sentence(), machine);
    }

    /** Whether there is something to cancel. */
    public boolean active() {
        return phase == Phase.WAITING || phase == Phase.LOADING || phase == Phase.RUNNING;
    }

    /** The part done, 0 to 1. */
    public double part() {
        return steps == 0 ? 0 : (double) step / steps;
    }
}
