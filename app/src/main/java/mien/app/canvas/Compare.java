package mien.app.canvas;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import mien.app.canvas.Viewport.Size;

/**
 * How two pictures, before and after, share the canvas.
 *
 * @param rows whether they lie above each other; else beside each other
 * @param at where the divider stands: 0 at the left or top of the view, 1 at its other end
 * @param swapped whether the picture before stands right or below
 */
public record Compare(Mode mode, boolean rows, double at, boolean swapped) {

    /** Only the picture after. */
    public static final Compare OFF = new Compare(Mode.OFF, false, 0.5, false);

    /** Ways to compare. */
    public enum Mode {
        OFF,
        /** One place, two pictures, and a divider to drag. */
        SPLIT,
        /** The divider is where the pointer is. */
        SWIPE,
        /** Each has half the view; they move and zoom together. */
        SIDE_BY_SIDE
    }

    /**
     * Where one of the pictures is seen.
     *
     * @param area the part of the view
     * @param dx how far the picture lies right of where the viewport says
     * @param dy how far below
     */
    public record Side(Bounds area, double dx, double dy) {

        private static final Side NOWHERE = new Side(new BoundingBox(0, 0, 0, 0), 0, 0);

        Viewport of(Viewport viewport) {
            return dx == 0 && dy == 0 ? viewport : viewport.moved(dx, dy);
        }

        boolean seen() {
            return area.getWidth() > 0 && area.getHeight() > 0;
        }
    }

    /** Where both are. */
    public record Sides(Side before, Side after) {

        Side at(double x, double y) {
            return before.seen() && before.area.contains(x, y) ? before : after;
        }
    }

    public Compare {
        at = Math.max(0, Math.min(1, at));
    }

    public boolean on() {
        return mode != Mode.OFF;
    }

    /** Whether there is a divider to move. */
    public boolean divided() {
        return mode == Mode.SPLIT || mode == Mode.SWIPE;
    }

    /** The next way to compare; after the last one it is off. */
    public Compare next() {
        return with(Mode.values()[(mode.ordinal() + 1) % Mode.values().length]);
    }

    public Compare with(Mode newMode) {
        return new Compare(newMode, rows, at, swapped);
    }

    /** Beside each other becomes above each other. */
    public Compare turned() {
        return new Compare(mode, !rows, at, swapped);
    }

    public Compare exchanged() {
        return new Compare(mode, rows, at, !swapped);
    }

    public Compare to(double newAt) {
        return new Compare(mode, rows, newAt, swapped);
    }

    /** The divider at a point of the view. */
    public Compare to(double x, double y, Size view) {
        return view.empty() ? this : to(rows ? y / view.height() : x / view.width());
    }

    /** How much room a picture has. */
    public Size room(Size view) {
        if (mode != Mode.SIDE_BY_SIDE) {
            return view;
        }
        return rows
                ? new Size(view.width(), view.height() / 2)
                : new Size(view.width() / 2, view.height());
    }

    public Sides sides(Size view) {
        if (!on()) {
            return new Sides(Side.NOWHERE, new Side(part(view, 0, 1), 0, 0));
        }
        double cut = divided() ? at : 0.5;
        double apart = divided() ? 0 : 0.5;
        Side first = new Side(part(view, 0, cut), 0, 0);
        Side second =
                new Side(
                        part(view, cut, 1),
                        rows ? 0 : apart * view.width(),
                        rows ? apart * view.height() : 0);
        return swapped ? new Sides(second, first) : new Sides(first, second);
    }

    private Bounds part(Size view, double from, double to) {
        double w = view.width();
        double h = view.height();
        return rows
                ? new BoundingBox(0, from * h, w, (to - from) * h)
                : new BoundingBox(from * w, 0, (to - from) * w, h);
    }
}
