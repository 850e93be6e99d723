package mien.engine.picture.pose;

import java.util.Optional;

/** Edits that know which joint hangs on which. */
public final class Bones {

    private static final double POINT = 1e-9; // shorter bones have no direction

    private Bones() {}

    /**
     * A joint pulled toward a point without its bone getting longer or shorter: it stays on the
     * circle round what it hangs on, and all that hangs on it comes along. A joint that hangs on
     * nothing placed takes everything along.
     */
    public static Skeleton pulled(Skeleton figure, Joint joint, double x, double y) {
        Spot now = figure.at(joint);
        if (!now.placed()) {
            return figure;
        }
        Optional<Spot> anchor = anchor(figure, joint);
        if (anchor.isEmpty()) {
            return figure.shifted(joint.subtree(), x - now.x(), y - now.y());
        }
        Spot a = anchor.get();
        double bone = Math.hypot(now.x() - a.x(), now.y() - a.y());
        double way = Math.hypot(x - a.x(), y - a.y());
        if (way < POINT) {
            return figure;
        }
        double toX = a.x() + bone * (x - a.x()) / way;
        double toY = a.y() + bone * (y - a.y()) / way;
        return figure.shifted(joint.subtree(), toX - now.x(), toY - now.y());
    }

    /**
     * A limb turned stiffly: the joint and all that hangs on it go round what it hangs on, until
     * the joint points at a place. A joint that hangs on nothing placed stays as it is.
     */
    public static Skeleton aimed(Skeleton figure, Joint joint, double x, double y) {
        Optional<Spot> anchor = anchor(figure, joint);
        if (anchor.isEmpty() || !figure.at(joint).placed()) {
            return figure;
        }
        Spot a = anchor.get();
        Spot now = figure.at(joint);
        if (Math.hypot(x - a.x(), y - a.y()) < POINT
                || Math.hypot(now.x() - a.x(), now.y() - a.y()) < POINT) {
            return figure;
        }
        double by = Math.atan2(y - a.y(), x - a.x()) - Math.atan2(now.y() - a.y(), now.x() - a.x());
        return figure.turned(joint.subtree(), by, a.x(), a.y());
    }

    /**
     * A limb turned by an angle round what it hangs on; the neck turns the whole figure round
     * itself.
     *
     * @param radians clockwise on the screen
     */
    public static Skeleton turned(Skeleton figure, Joint joint, double radians) {
        Optional<Spot> about =
                joint.parent().isEmpty()
                        ? Optional.of(figure.at(joint)).filter(Spot::placed)
                        : anchor(figure, joint);
        return about.map(a -> figure.turned(joint.subtree(), radians, a.x(), a.y())).orElse(figure);
    }

    /**
     * The pose of one side given to the other, reflected: the mirror stands upright at the neck, or
     * in the figure's middle where the neck has no place.
     */
    public static Skeleton symmetric(Skeleton figure, Joint.Side from) {
        Optional<Double> axis =
                figure.at(Joint.NECK).placed()
                        ? Optional.of(figure.at(Joint.NECK).x())
                        : figure.box().map(Skeleton.Box::middleX);
        if (axis.isEmpty()) {
            return figure;
        }
        Skeleton mirrored = figure.mirrored(axis.get());
        Skeleton next = figure;
        for (Joint j : Joint.ALL) {
            if (j.mirror().side() == from && j.side() != Joint.Side.MIDDLE) {
                next = next.with(j, mirrored.at(j));
            }
        }
        return next;
    }

    /** How long the bone of a joint is; empty where one of its ends has no place. */
    public static Optional<Double> length(Skeleton figure, Joint joint) {
        Spot end = figure.at(joint);
        return end.placed()
                ? anchor(figure, joint).map(a -> Math.hypot(end.x() - a.x(), end.y() - a.y()))
                : Optional.empty();
    }

    private static Optional<Spot> anchor(Skeleton figure, Joint joint) {
        return joint.parent().map(figure::at).filter(Spot::placed);
    }
}
