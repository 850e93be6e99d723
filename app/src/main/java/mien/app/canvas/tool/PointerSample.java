package mien.app.canvas.tool;

/**
 * Where the pointer was at one moment. A mouse always presses with 1; a pen's reader can say more.
 *
 * @param x column in the picture; its left edge is 0, the middle of its first pixel 0.5
 * @param y row in the picture, from its top edge
 * @param pressure from 0 to 1
 * @param nanos the moment, on {@link System#nanoTime}'s clock
 */
public record PointerSample(double x, double y, double pressure, long nanos) {

    public PointerSample {
        if (!(pressure >= 0 && pressure <= 1)) {
            throw new IllegalArgumentException(
                    "a pressure is between 0 and 1, but got " + pressure);
        }
    }

    /** Of a mouse. */
    public static PointerSample of(double x, double y, long nanos) {
        return new PointerSample(x, y, 1, nanos);
    }
}
