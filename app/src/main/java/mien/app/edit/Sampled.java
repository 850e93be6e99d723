package mien.app.edit;

import mien.app.history.KeptResult;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * What a run came to.
 *
 * @param spec it was run for
 * @param settings it was run with
 * @param result with nothing done to it afterwards; shared by all who keep it
 */
record Sampled<S>(S spec, RunSettings settings, KeptResult result) {

    Sampled(S spec, RunSettings settings, Picture picture) {
        this(spec, settings, new KeptResult(picture));
    }

    Picture picture() {
        return result.picture();
    }
}
