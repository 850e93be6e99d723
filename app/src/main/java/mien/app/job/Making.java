package mien.app.job;

import mien.engine.job.Film;

/** An edit that goes on. */
public interface Making extends Ongoing {

    /** Its steps, as far as they are done: what a branch begins from. */
    Film film();

    /**
     * Puts it at a place among those that wait, 0 being the next.
     *
     * @return whether it still waited
     */
    default boolean move(int place) {
        return false;
    }
}
