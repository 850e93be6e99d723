package mien.engine.picture.pose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A figure of 18 joints in picture coordinates. It never changes; every edit gives a new one.
 * Joints without a place stay without one in every edit but {@link #moved}.
 *
 * @param spots one for each joint, in the order of {@link Joint}
 */
public record Skeleton(List<Spot> spots) {

    private static final double SMALL = 1e-6; // a box without width is fitted by its height

    /** No joint has a place. */
    public static final Skeleton EMPTY =
            new Skeleton(Joint.ALL.stream().map(j -> Spot.ABSENT).toList());

    public Skeleton {
        if (spots.size() != Joint.ALL.size()) {
            throw new IllegalArgumentException("a figure has 18 joints, but got " + spots.size());
        }
        spots = List.copyOf(spots);
    }

    /** A figure of some joints; the others have no place. */
    public static Skeleton of(Map<Joint, Spot> spots) {
        return new Skeleton(
                Joint.ALL.stream().map(j -> spots.getOrDefault(j, Spot.ABSENT)).toList());
    }

    public Spot at(Joint joint) {
        return spots.get(joint.ordinal());
    }

    public boolean visible(Joint joint) {
        return at(joint).visible();
    }

    /** The joints that have a place. */
    public Set<Joint> placed() {
        Set<Joint> found = EnumSet.noneOf(Joint.class);
        Joint.ALL.stream().filter(j -> at(j).placed()).forEach(found::add);
        return found;
    }

    /** A joint put somewhere; one that had no place becomes visible. */
    public Skeleton moved(Joint joint, double x, double y) {
        return with(joint, at(joint).to(x, y));
    }

    public Skeleton with(Joint joint, Spot spot) {
        List<Spot> next = new ArrayList<>(spots);
        next.set(joint.ordinal(), spot);
        return new Skeleton(next);
    }

    /** Some joints shown or hidden. */
    public Skeleton shown(Collection<Joint> joints, boolean visible) {
        return changed(joints, s -> s.shown(visible));
    }

    /** Some joints moved along. */
    public Skeleton shifted(Collection<Joint> joints, double dx, double dy) {
        return changed(joints, s -> s.to(s.x() + dx, s.y() + dy));
    }

    /** Some joints moved away from a point, or toward it. */
    public Skeleton scaled(Collection<Joint> joints, double factor, double x, double y) {
        return changed(joints, s -> s.to(x + factor * (s.x() - x), y + factor * (s.y() - y)));
    }

    /**
     * Some joints turned round a point.
     *
     * @param radians clockwise on the screen, where y points down
     */
    public Skeleton turned(Collection<Joint> joints, double radians, double x, double y) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return changed(
                joints,
                s ->
                        s.to(
                                x + cos * (s.x() - x) - sin * (s.y() - y),
                                y + sin * (s.x() - x) + cos * (s.y() - y)));
    }

    /**
     * The figure in a mirror: reflected, and right and left exchanged, so that a raised right hand
     * becomes a raised left one.
     *
     * @param axis the column of the mirror
     */
    public Skeleton mirrored(double axis) {
        return exchanged().changed(Joint.ALL, s -> s.to(2 * axis - s.x(), s.y()));
    }

    /** Right and left exchanged, every place kept: a figure seen from the front now faces away. */
    public Skeleton exchanged() {
        return new Skeleton(Joint.ALL.stream().map(j -> at(j.mirror())).toList());
    }

    /** The box round the joints that have a place; empty if none has. */
    public Optional<Box> box() {
        return Box.round(placed().stream().map(this::at).toList());
    }

    /**
     * The figure made as large as a picture allows and put in its middle.
     *
     * @param share of the picture's width and height it may take, above 0 to 1
     */
    public Skeleton fitted(int width, int height, double share) {
        Optional<Box> found = box();
        if (found.isEmpty()) {
            return this;
        }
        Box b = found.get();
        double k =
                share
                        * Math.min(
                                width / Math.max(b.width(), SMALL),
                                height / Math.max(b.height(), SMALL));
        return shifted(Joint.ALL, -b.middleX(), -b.middleY())
                .scaled(Joint.ALL, k, 0, 0)
                .shifted(Joint.ALL, width / 2.0, height / 2.0);
    }

    private Skeleton changed(Collection<Joint> joints, UnaryOperator<Spot> change) {
        Map<Joint, Spot> next = new EnumMap<>(Joint.class);
        for (Joint j : Joint.ALL) {
            Spot now = at(j);
            next.put(j, joints.contains(j) && now.placed() ? change.apply(now) : now);
        }
        return of(next);
    }

    /** A rectangle round joints, in picture coordinates. */
    public record Box(double left, double top, double right, double bottom) {

        static Optional<Box> round(List<Spot> spots) {
            return spots.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Box(
                                    spots.stream().mapToDouble(Spot::x).min().orElseThrow(),
                                    spots.stream().mapToDouble(Spot::y).min().orElseThrow(),
                                    spots.stream().mapToDouble(Spot::x).max().orElseThrow(),
                                    spots.stream().mapToDouble(Spot::y).max().orElseThrow()));
        }

        public double middleX() {
            return (left + right) / 2;
        }

        public double middleY() {
            return (top + bottom) / 2;
        }

        public double width() {
            return right - left;
        }

        public double height() {
            return bottom - top;
        }
    }
}
