package mien.app.edit;

import mien.engine.picture.Picture;

/**
 * One picture of a run's film.
 *
 * @param step steps done, from 1
 * @param steps steps in all
 * @param x0 the result as it was expected then
 */
public record Frame(int step, int steps, Picture x0) {}
