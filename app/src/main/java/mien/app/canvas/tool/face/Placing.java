package mien.app.canvas.tool.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.picture.FivePoints;
import mien.engine.picture.FivePoints.Mark;
import mien.engine.picture.FivePoints.Point;

/**
 * The five points of a face while they are set down one after the other.
 *
 * @param so those that were, in the order of {@link Mark}
 */
public record Placing(List<Point> so) {

    static final Placing NONE = new Placing(List.of());

    /** Where eyes, nose and corners of the mouth usually lie in a square around a face. */
    private static final double[] USUAL = {
        0.31, 0.46, 0.69, 0.46, 0.5, 0.64, 0.35, 0.82, 0.65, 0.82
    };

    private static final double SHARE = 0.3; // of the picture's shorter side

    public Placing {
        so = List.copyOf(so);
    }

    /** Which point is next; empty: all are there. */
    public Optional<Mark> next() {
        return so.size() < Mark.values().length
                ? Optional.of(Mark.values()[so.size()])
                : Optional.empty();
    }

    Placing with(Point point) {
        List<Point> more = new ArrayList<>(so);
        more.add(point);
        return new Placing(more);
    }

    /** All of them, once they are there. */
    Optional<FivePoints> points() {
        return next().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new FivePoints(so.get(0), so.get(1), so.get(2), so.get(3), so.get(4)));
    }

    /** A face of usual proportions in the middle of a picture. */
    static FivePoints usual(int width, int height) {
        double side = SHARE * Math.min(width, height);
        double[] xy = new double[USUAL.length];
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = width / 2.0 + (USUAL[i] - 0.5) * side;
            xy[i + 1] = height / 2.0 + (USUAL[i + 1] - 0.64) * side;
        }
        return FivePoints.of(xy);
    }
}
