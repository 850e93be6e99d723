package mien.app.job;

import mien.engine.job.Film;

/** An edit that goes on. */
public interface Making extends Ongoing {

    /** Its steps, as far as they are done: what a branch begins from. */
    Film film();
}
