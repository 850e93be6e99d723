package mien.engine.picture.pose;

/**
 * Where a joint is.
 *
 * @param x picture column, 0 at the left edge; may lie outside the picture
 * @param y picture row, 0 at the top edge
 * @param presence whether it counts
 * @param confidence how sure whoever found it was, above 0 to 1, and 1 where a person put it; 0 if
 *     it does not count
 */
public record Spot(double x, double y, Presence presence, double confidence) {

    /** Whether a joint is part of the figure. */
    public enum Presence {
        VISIBLE,
        /** It has a place, but is left out: behind the body, say. */
        HIDDEN,
        /** Nobody knows where it is. */
        ABSENT
    }

    /** A joint without a place. */
    public static final Spot ABSENT = new Spot(0, 0, Presence.ABSENT, 0);

    public Spot {
        boolean sure = presence == Presence.VISIBLE ? confidence > 0 : confidence == 0;
        if (!Double.isFinite(x) || !Double.isFinite(y) || !sure || confidence > 1) {
            throw new IllegalArgumentException(
                    "a %s joint cannot be at %s, %s with a confidence of %s"
                            .formatted(presence, x, y, confidence));
        }
    }

    /** A joint a person put somewhere. */
    public static Spot at(double x, double y) {
        return new Spot(x, y, Presence.VISIBLE, 1);
    }

    /** A joint that has a place and is left out. */
    public static Spot hidden(double x, double y) {
        return new Spot(x, y, Presence.HIDDEN, 0);
    }

    /** Whether it has a place, counted or not. */
    public boolean placed() {
        return presence != Presence.ABSENT;
    }

    public boolean visible() {
        return presence == Presence.VISIBLE;
    }

    /** At another place, counted as before; one without a place gets it and is visible. */
    public Spot to(double newX, double newY) {
        return placed() ? new Spot(newX, newY, presence, confidence) : at(newX, newY);
    }

    /** Counted or not; one without a place stays so. */
    Spot shown(boolean visible) {
        if (!placed() || visible == visible()) {
            return this;
        }
        return visible ? at(x, y) : hidden(x, y);
    }
}
