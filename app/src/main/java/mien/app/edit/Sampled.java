package mien.app.edit;

import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * What a run came to.
 *
 * @param spec it was run for
 * @param settings it was run with
 * @param picture its result, with nothing done to it afterwards
 */
record Sampled<S>(S spec, RunSettings settings, Picture picture) {}
