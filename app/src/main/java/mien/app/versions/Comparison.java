package mien.app.versions;

import java.util.Optional;
import mien.engine.picture.Picture;

/**
 * Two pictures to compare.
 *
 * @param before instead of the original
 * @param after empty: what the canvas shows
 */
public record Comparison(Named before, Optional<Named> after) {

    /** A picture and what it is called. */
    public record Named(Picture picture, String name) {}
}
