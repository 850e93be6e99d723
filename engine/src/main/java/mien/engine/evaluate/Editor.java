package mien.engine.evaluate;

import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;

/** What is judged: opens pictures and edits them the way a person's program does. */
public interface Editor<S extends EditSpec> {

    /** The spec of a picture with nothing changed. */
    S open(Picture picture);

    /**
     * The edited picture.
     *
     * @param seed of the noise
     */
    Picture run(S spec, long seed);
}
