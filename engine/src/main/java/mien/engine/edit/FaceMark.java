package mien.engine.edit;

import java.util.Optional;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;

/**
 * A face in a picture, as a person sees and picks it.
 *
 * @param id its own as long as the picture is open, whatever comes and goes beside it
 * @param box around the face, in pixels of the picture; may reach beyond its edges
 * @param points in pixels of the picture
 * @param placed whether a person placed it; else it was found
 * @param chosen whether the edit is about this face
 * @param source whose identity it gets; empty while nobody chose one
 */
public record FaceMark(
        int id,
        Box box,
        FivePoints points,
        boolean placed,
        boolean chosen,
        Optional<Source> source) {

    /** The edges of a rectangle in pixels; the right and lower ones are the first outside. */
    public record Box(double left, double top, double right, double bottom) {

        public Box {
            if (!(left < right && top < bottom)) {
                throw new EditException(
                        "A face needs a box of some width and height, but got %s, %s to %s, %s."
                                .formatted(left, top, right, bottom));
            }
        }

        public boolean holds(double x, double y) {
            return x >= left && x < right && y >= top && y < bottom;
        }
    }

    /**
     * A face of another picture.
     *
     * @param thumbnail the face alone, square, at most 96 pixels a side
     * @param name what its picture is called
     * @param rights who allowed what, in the artist's words; may be empty
     */
    public record Source(Picture thumbnail, String name, String rights) {

        /** The longest note that is kept, characters. */
        public static final int LONGEST = 500;

        public Source {
            if (rights.length() > LONGEST) {
                throw new EditException(
                        "A note on rights has at most %d characters, but this one has %d: shorten it."
                                .formatted(LONGEST, rights.length()));
            }
        }
    }
}
