package mien.engine.edit;

import mien.engine.picture.Picture;

/**
 * Everything a person chose for one edit; an immutable record. Undo is the previous spec, a branch
 * is another one.
 */
public interface EditSpec {

    /** The picture that is edited, as it was opened. */
    Picture source();
}
