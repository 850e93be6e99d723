package mien.engine.train;

import java.util.ArrayList;
import java.util.List;
import mien.engine.face.FaceBox;
import mien.engine.picture.Homography;
import mien.engine.tensor.NoiseSource;

/**
 * A square picture of several drawn people, each with what stands behind them, and where their
 * faces are.
 *
 * @param unit planar red, green, blue, 0 to 1 [3·side²]
 * @param boxes of the faces' points
 */
record Crowd(float[] unit, List<FaceBox> boxes) {

    private static final double SMALLEST = 0.22; // of the side of the picture
    private static final double LARGEST = 1.6;
    private static final int TRIES = 12;
    private static final double TURNED = 0.3; // radians

    /**
     * @param side of the picture
     * @param most people in it; one at least
     */
    static Crowd of(Faces faces, int side, int most, NoiseSource random) {
        Crowd crowd = new Crowd(backdrop(faces, side, random), new ArrayList<>());
        int wanted = 1 + random.integer(most);
        for (int i = 0; i < TRIES && crowd.boxes.size() < wanted; i++) {
            double share = wanted == 1 ? LARGEST : 1.0 / Math.sqrt(wanted);
            double size = side * SMALLEST * Math.pow(share / SMALLEST, random.uniform());
            crowd.place(faces, side, size, random);
        }
        return crowd;
    }

    /** A picture's corner, enlarged until nobody is to be recognised. */
    private static float[] backdrop(Faces faces, int side, NoiseSource random) {
        int index = random.integer(faces.complete());
        int small = 8;
        float[] picture = faces.picture(index, small);
        Patch patch = new Patch(side, side);
        return patch.of(picture, small, patch.rectangle(0.5, 0.5, small - 1, small - 1, 0));
    }

    /** Lays one person where nobody is yet, or nobody. */
    private void place(Faces faces, int side, double size, NoiseSource random) {
        int index = random.integer(faces.complete());
        double cx = side * random.uniform();
        double cy = side * random.uniform();
        double angle = TURNED * (2 * random.uniform() - 1);
        Homography to = onto(cx, cy, size, angle, faces.side());
        FaceBox box = box(faces.labels(index).landmarks(), to);
        boolean inside =
                box.left() > -0.1 * box.width()
                        && box.top() > -0.1 * box.height()
                        && box.right() < side + 0.1 * box.width()
                        && box.bottom() < side + 0.1 * box.height();
        if (!inside || boxes.stream().anyMatch(b -> near(b, box))) {
            return;
        }
        int n = faces.side();
        float[] picture = faces.picture(index, size < n / 2.0 ? n / 2 : n);
        int from = size < n / 2.0 ? n / 2 : n;
        Homography back = to.inverse();
        lay(picture, from, (double) from / n, back, side);
        boxes.add(box);
    }

    /** From pixels of a portrait to those of the picture, both with first middles at 0. */
    private static Homography onto(double cx, double cy, double size, double angle, int n) {
        double by = size / n;
        double cos = by * Math.cos(angle);
        double sin = by * Math.sin(angle);
        double c = (n - 1) / 2.0;
        return Homography.of(
                cos, -sin, cx - cos * c + sin * c, sin, cos, cy - sin * c - cos * c, 0, 0, 1);
    }

    private static FaceBox box(float[] points, Homography to) {
        float[] moved = new float[points.length];
        for (int i = 0; i < points.length; i += 2) {
            moved[i] = (float) to.x(points[i] - 0.5, points[i + 1] - 0.5);
            moved[i + 1] = (float) to.y(points[i] - 0.5, points[i + 1] - 0.5);
        }
        return LandmarkObjective.box(moved);
    }

    /** Whether two faces, with the heads around them, touch. */
    private static boolean near(FaceBox a, FaceBox b) {
        double reach = 0.75 * (a.width() + b.width());
        double down = 0.85 * (a.height() + b.height());
        return Math.abs(a.left() + a.right() - b.left() - b.right()) / 2 < reach
                && Math.abs(a.top() + a.bottom() - b.top() - b.bottom()) / 2 < down;
    }

    /** Lays a portrait, kept at a scale of its own side, over the picture. */
    private void lay(float[] portrait, int from, double scale, Homography back, int side) {
        int plane = side * side;
        for (int i = 0; i < plane; i++) {
            double px = (back.x(i % side, i / side) + 0.5) * scale - 0.5;
            double py = (back.y(i % side, i / side) + 0.5) * scale - 0.5;
            int x = (int) Math.floor(px);
            int y = (int) Math.floor(py);
            if (x < 0 || y < 0 || x + 1 >= from || y + 1 >= from) {
                continue;
            }
            float fx = (float) (px - x);
            float fy = (float) (py - y);
            for (int c = 0; c < 3; c++) {
                int at = (c * from + y) * from + x;
                float above = portrait[at] + fx * (portrait[at + 1] - portrait[at]);
                float below =
                        portrait[at + from] + fx * (portrait[at + from + 1] - portrait[at + from]);
                unit[c * plane + i] = above + fy * (below - above);
            }
        }
    }
}
