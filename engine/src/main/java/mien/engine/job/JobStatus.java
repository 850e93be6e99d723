package mien.engine.job;

import mien.engine.edit.EditException.Reason;
import mien.engine.edit.Readings;
import mien.engine.picture.Picture;

/** How far a job is. Only the newest status matters: nobody needs to see all of them. */
public sealed interface JobStatus {

    /** Another job is before it. */
    record Waiting() implements JobStatus {}

    /** It has begun: weights are loaded, the picture is prepared. */
    record Loading() implements JobStatus {}

    /**
     * The picture forms.
     *
     * @param step steps done, from 1
     * @param steps steps in all
     * @param x0 the result as far as it can be told now
     * @param readings what the system's meters read
     */
    record Running(int step, int steps, Picture x0, Readings readings) implements JobStatus {

        /** With nothing measured. */
        public Running(int step, int steps, Picture x0) {
            this(step, steps, x0, Readings.NONE);
        }
    }

    /** The result. */
    record Done(Picture result) implements JobStatus {}

    /**
     * It could not be done.
     *
     * @param sentence what, where, what to do: for people
     * @param reason whose turn it is
     */
    record Failed(String sentence, Reason reason) implements JobStatus {

        /** Something about what was asked for. */
        public Failed(String sentence) {
            this(sentence, Reason.REQUEST);
        }
    }

    /** The person did not want it any more. */
    record Cancelled() implements JobStatus {}

    /** It was changed while it went on: another job goes on where this one stood. */
    record GaveWay() implements JobStatus {}

    /** Whether nothing will come after this status. */
    default boolean last() {
        return this instanceof Done
                || this instanceof Failed
                || this instanceof Cancelled
                || this instanceof GaveWay;
    }
}
