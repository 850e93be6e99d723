package mien.engine.picture.mask;

/**
 * Where a pen or pointer was.
 *
 * @param x column in picture pixels; the first pixel's middle is 0.5
 * @param y row
 * @param pressure 0 to 1; 1 where the device does not tell
 */
public record PointerSample(double x, double y, double pressure) {

    public PointerSample {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(pressure >= 0 && pressure <= 1)) {
            throw new IllegalArgumentException(
                    "a pointer needs a place and a pressure of 0 to 1, but got %s, %s, %s"
                            .formatted(x, y, pressure));
        }
    }

    /** A pointer without pressure. */
    public PointerSample(double x, double y) {
        this(x, y, 1);
    }
}
