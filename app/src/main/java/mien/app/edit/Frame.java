package mien.app.edit;

import mien.engine.edit.Readings;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;

/**
 * One picture of a run's film.
 *
 * @param step steps done, from 1
 * @param steps steps in all
 * @param x0 the result as it was expected then
 * @param readings what the system's meters read then
 */
public record Frame(int step, int steps, Picture x0, Readings readings) {

    /** With nothing measured. */
    public Frame(int step, int steps, Picture x0) {
        this(step, steps, x0, Readings.NONE);
    }

    static Frame of(JobStatus.Running running) {
        return new Frame(running.step(), running.steps(), running.x0(), running.readings());
    }
}
