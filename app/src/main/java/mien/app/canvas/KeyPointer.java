package mien.app.canvas;

import javafx.geometry.Point2D;

/**
 * Where keys put the pointer: a corner of pixels, so that outlines drawn from one to another have
 * sharp edges.
 *
 * @param x column in the picture, from 0 to its width; whole
 * @param y row in the picture, from 0 to its height; whole
 * @param picture the picture's size in its own pixels
 */
record KeyPointer(double x, double y, Viewport.Size picture) {

    private static final double STEP = 8; // view pixels
    private static final double FAR = 10; // steps
    private static final Viewport.Margins SEEN = new Viewport.Margins(24, 24, 60); // a fit has more

    /** Puts it as near as the picture has a corner of pixels. */
    KeyPointer {
        x = Math.rint(Math.max(0, Math.min(picture.width(), x)));
        y = Math.rint(Math.max(0, Math.min(picture.height(), y)));
    }

    /** Where an arrow points to, as one sees it. */
    enum Way {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int dx;
        private final int dy;

        Way(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }

        int dx() {
            return dx;
        }

        int dy() {
            return dy;
        }
    }

    /** How far an arrow moves it; steps are as long on the screen however large the picture is. */
    enum Reach {
        STEP,
        FAR,
        PIXEL
    }

    /** In the middle of what is seen. */
    static KeyPointer middle(Viewport viewport, Viewport.Size room, Viewport.Size picture) {
        Point2D p = viewport.toPicture(room.width() / 2, room.height() / 2);
        return new KeyPointer(p.getX(), p.getY(), picture);
    }

    /**
     * Moved along the rows or columns of pixels, whichever of them lie the way of the arrow in a
     * view that is turned or mirrored.
     */
    KeyPointer moved(Way way, Reach reach, Viewport viewport) {
        double length = length(reach, viewport.scale());
        double dx = way.dx;
        double dy = way.dy;
        for (int i = 0; i < Math.floorMod(Math.round(viewport.angle() / 90), 4); i++) {
            double across = dx; // a quarter back
            dx = dy;
            dy = -across;
        }
        double mirrored = viewport.mirrored() ? -1 : 1;
        return new KeyPointer(x + mirrored * length * dx, y + length * dy, picture);
    }

    private static double length(Reach reach, double scale) {
        double step = Math.max(1, Math.rint(STEP / scale));
        return switch (reach) {
            case STEP -> step;
            case FAR -> FAR * step;
            case PIXEL -> 1;
        };
    }

    /** The viewport, moved as far as it takes to see the pointer in it. */
    Viewport seenIn(Viewport viewport, Viewport.Size room) {
        Point2D p = viewport.toView(x, y);
        double dx = into(p.getX(), SEEN.sides(), room.width() - SEEN.sides());
        double dy = into(p.getY(), SEEN.top(), room.height() - SEEN.bottom());
        return dx == 0 && dy == 0 ? viewport : viewport.moved(dx, dy);
    }

    /** How far a place is from a stretch; from its middle, if there is none of it. */
    private static double into(double at, double from, double to) {
        double first = Math.min(from, (from + to) / 2);
        double last = Math.max(to, first);
        return Math.max(first, Math.min(last, at)) - at;
    }
}
