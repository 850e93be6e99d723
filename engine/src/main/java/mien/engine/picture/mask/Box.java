package mien.engine.picture.mask;

import java.util.Optional;
import mien.engine.picture.Region;

/** A rectangle that grows round what is added to it. */
final class Box {

    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = Integer.MIN_VALUE;
    private int bottom = Integer.MIN_VALUE;

    /** Ends are exclusive. */
    void add(int fromX, int fromY, int toX, int toY) {
        left = Math.min(left, fromX);
        top = Math.min(top, fromY);
        right = Math.max(right, toX);
        bottom = Math.max(bottom, toY);
    }

    /** The pixels that a disc touches. */
    void addDisc(double x, double y, double radius) {
        add(
                (int) Math.floor(x - radius),
                (int) Math.floor(y - radius),
                (int) Math.ceil(x + radius),
                (int) Math.ceil(y + radius));
    }

    /** The part inside a picture, if any. */
    Optional<Region> within(int width, int height) {
        int x = Math.max(0, left);
        int y = Math.max(0, top);
        int w = Math.min(width, right) - x;
        int h = Math.min(height, bottom) - y;
        return right > left && w > 0 && h > 0
                ? Optional.of(new Region(x, y, w, h))
                : Optional.empty();
    }

    /** A region with a border round it, as far as it lies in a picture. */
    static Optional<Region> around(Region r, int border, int width, int height) {
        Box box = new Box();
        box.add(
                r.x() - border,
                r.y() - border,
                r.x() + r.width() + border,
                r.y() + r.height() + border);
        return box.within(width, height);
    }
}
