package mien.app.document;

import java.util.Optional;

/**
 * How the picture was looked at.
 *
 * @param scale screen pixels a picture pixel, 0: fitted to the window
 * @param x the picture's column in the middle of the canvas
 * @param y the picture's row in the middle of the canvas
 * @param turn degrees, clockwise
 * @param mirrored whether left and right are exchanged
 * @param room the id of the room, if one was entered
 */
public record View(
        double scale, double x, double y, double turn, boolean mirrored, Optional<String> room) {

    /** All of the picture, upright. */
    public static final View FITTED = new View(0, 0, 0, 0, false, Optional.empty());

    public View {
        if (!(scale >= 0)
                || !Double.isFinite(scale)
                || !Double.isFinite(x)
                || !Double.isFinite(y)
                || !Double.isFinite(turn)) {
            throw new IllegalArgumentException("a view has finite numbers");
        }
    }
}
