package mien.engine.picture;

/**
 * A rectangle of whole pixels.
 *
 * @param x left column
 * @param y top row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Region(int x, int y, int width, int height) {
    public Region {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A region needs at least one pixel, but got %d × %d.".formatted(width, height));
        }
    }

    /** The smallest region that holds both. */
    public Region with(Region other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        int right = Math.max(x + width, other.x + other.width);
        int bottom = Math.max(y + height, other.y + other.height);
        return new Region(left, top, right - left, bottom - top);
    }
}
