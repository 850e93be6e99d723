package mien.engine.picture.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mien.engine.picture.Region;

/**
 * A closed outline, as a lasso or a rectangle gives it. Whatever it goes round is inside, however
 * often it crosses itself.
 *
 * @param points its corners in picture pixels; the last is joined to the first
 */
public record Polygon(List<Point> points) {

    private static final int LINES = 8; // tested in each row of pixels

    /** A corner. */
    public record Point(double x, double y) {}

    public Polygon {
        points = List.copyOf(points);
    }

    /** An upright rectangle between two opposite corners. */
    public static Polygon rectangle(Point a, Point b) {
        return new Polygon(List.of(a, new Point(b.x, a.y), b, new Point(a.x, b.y)));
    }

    /** The pixels that it touches inside a picture. */
    public Optional<Region> bounds(int width, int height) {
        Box box = new Box();
        points.forEach(p -> box.addDisc(p.x, p.y, 0));
        return points.size() < 3 ? Optional.empty() : box.within(width, height);
    }

    /** Its inside as a mask of a size, with smooth edges. */
    public TiledMask mask(int width, int height) {
        return bounds(width, height)
                .map(r -> filled(width, height, r))
                .orElseGet(() -> TiledMask.empty(width, height));
    }

    private TiledMask filled(int width, int height, Region r) {
        Scan scan = new Scan(edges(), r);
        byte[] values = new byte[r.width() * r.height()];
        for (int row = 0; row < r.height(); row++) {
            scan.row(r.y() + row, values, row * r.width());
        }
        return new TiledMask(TileGrid.filled(width, height, 0).with(r, values));
    }

    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get((i + 1) % points.size());
            if (a.y != b.y) {
                edges.add(a.y < b.y ? new Edge(a, b, 1) : new Edge(b, a, -1));
            }
        }
        edges.sort(Comparator.comparingDouble(e -> e.top.y));
        return edges;
    }

    /** A side of the outline and whether it was drawn downward (1) or upward (−1). */
    private record Edge(Point top, Point bottom, int turn) {
        double at(double y) {
            return top.x + (y - top.y) / (bottom.y - top.y) * (bottom.x - top.x);
        }
    }

    /** Where an edge meets a line. */
    private record Crossing(double x, int turn) {}

    /** Goes down the rows with the edges that meet them. */
    private static final class Scan {
        private final List<Edge> edges;
        private final List<Edge> met = new ArrayList<>();
        private final List<Crossing> crossings = new ArrayList<>();
        private final int left;
        private final float[] part; // what pixels at the ends of spans are covered
        private final float[] step; // at which pixels the whole insides of spans begin and end
        private int next;

        Scan(List<Edge> edges, Region r) {
            this.edges = edges;
            left = r.x();
            part = new float[r.width() + 1];
            step = new float[r.width() + 2];
        }

        void row(int y, byte[] values, int at) {
            while (next < edges.size() && edges.get(next).top.y < y + 1) {
                met.add(edges.get(next++));
            }
            met.removeIf(e -> e.bottom.y <= y);
            Arrays.fill(part, 0);
            Arrays.fill(step, 0);
            for (int line = 0; line < LINES; line++) {
                line(y + (line + 0.5) / LINES);
            }
            float whole = 0;
            for (int x = 0; x < part.length - 1; x++) {
                whole += step[x];
                values[at + x] = (byte) (int) (255 * (whole + part[x]) / LINES + 0.5f);
            }
        }

        /** Adds what is inside on a line: where the outline's turns do not cancel out. */
        private void line(double y) {
            crossings.clear();
            for (Edge e : met) {
                if (e.top.y <= y && y < e.bottom.y) {
                    crossings.add(new Crossing(e.at(y) - left, e.turn));
                }
            }
            crossings.sort(Comparator.comparingDouble(Crossing::x));
            int winding = 0;
            for (int i = 0; i + 1 < crossings.size(); i++) {
                winding += crossings.get(i).turn;
                if (winding != 0) {
                    span(crossings.get(i).x, crossings.get(i + 1).x);
                }
            }
        }

        private void span(double from, double to) {
            int n = part.length - 1;
            double a = Math.max(0, Math.min(n, from));
            double b = Math.max(0, Math.min(n, to));
            int first = (int) a;
            int last = (int) b;
            if (first == last) {
                part[first] += (float) (b - a);
            } else {
                part[first] += (float) (first + 1 - a);
                part[last] += (float) (b - last);
                step[first + 1] += 1;
                step[last] -= 1;
            }
        }
    }
}
