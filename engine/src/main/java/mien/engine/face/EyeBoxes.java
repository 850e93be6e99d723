package mien.engine.face;

import java.util.stream.DoubleStream;
import mien.engine.picture.FivePoints;
import mien.engine.picture.FivePoints.Point;
import mien.engine.picture.Region;

/**
 * The two eyes that DiffFace's gaze network reads (reference diffface.md §5): as wide as the
 * corners are apart and ten pixels more, 18 rows high.
 *
 * @param left the eye at the left of the picture
 * @param right the eye at the right
 */
public record EyeBoxes(Region left, Region right) {
    private static final int MARGIN = 5;
    private static final int HALF_HEIGHT = 9;

    /** The side of the program's pictures, for which these numbers are. */
    private static final int SIDE = 256;

    /** Half of how wide an eye is, in distances between the eyes. */
    private static final double HALF_EYE = 0.24;

    /**
     * @param face points in a picture of 256 × 256
     * @return the boxes; they may leave the picture
     */
    public static EyeBoxes of(Landmarks68 face) {
        return new EyeBoxes(
                box(face, Landmarks68.LEFT_EYE_OUTER, Landmarks68.LEFT_EYE_INNER),
                box(face, Landmarks68.RIGHT_EYE_INNER, Landmarks68.RIGHT_EYE_OUTER));
    }

    /**
     * The same in a picture of another size, as if it were resized from the program's.
     *
     * @param face points in a picture of {@code side} × {@code side}
     */
    public static EyeBoxes of(Landmarks68 face, int side) {
        double k = (double) side / SIDE;
        double[] xy = DoubleStream.of(face.xy()).map(v -> v / k).toArray();
        return of(new Landmarks68(xy)).scaled(k);
    }

    /**
     * About the same where only the middles of the eyes are known.
     *
     * @param face points in a picture of {@code side} × {@code side}
     */
    public static EyeBoxes of(FivePoints face, int side) {
        double k = (double) side / SIDE;
        Point l = face.leftEye();
        Point r = face.rightEye();
        double reach = HALF_EYE * Math.hypot(r.x() - l.x(), r.y() - l.y()) / k + MARGIN;
        return new EyeBoxes(around(l, k, reach), around(r, k, reach)).scaled(k);
    }

    private static Region around(Point eye, double k, double reach) {
        int left = (int) (eye.x() / k - reach);
        int top = (int) (eye.y() / k - HALF_HEIGHT);
        return new Region(left, top, (int) (2 * reach), 2 * HALF_HEIGHT);
    }

    private EyeBoxes scaled(double k) {
        return k == 1 ? this : new EyeBoxes(scaled(left, k), scaled(right, k));
    }

    private static Region scaled(Region box, double k) {
        int x = (int) Math.round(k * box.x());
        int y = (int) Math.round(k * box.y());
        int w = (int) Math.max(1, Math.round(k * box.width()));
        int h = (int) Math.max(1, Math.round(k * box.height()));
        return new Region(x, y, w, h);
    }

    /**
     * The parts of the boxes that lie in a picture; the program guards against none that leave it.
     *
     * @throws IllegalArgumentException if one lies outside
     */
    public EyeBoxes within(int width, int height) {
        return new EyeBoxes(within(left, width, height), within(right, width, height));
    }

    private static Region within(Region box, int width, int height) {
        int x = Math.max(0, box.x());
        int y = Math.max(0, box.y());
        int right = Math.min(width, box.x() + box.width());
        int bottom = Math.min(height, box.y() + box.height());
        if (right <= x || bottom <= y) {
            throw new IllegalArgumentException(
                    "An eye lies outside the picture of %d × %d: %s."
                            .formatted(width, height, box));
        }
        return new Region(x, y, right - x, bottom - y);
    }

    private static Region box(Landmarks68 face, int a, int b) {
        double middle = Math.floor((face.y(a) + face.y(b)) / 2);
        int left = (int) face.x(a) - MARGIN;
        int right = (int) face.x(b) + MARGIN;
        int top = (int) (middle - HALF_HEIGHT);
        return new Region(left, top, right - left, 2 * HALF_HEIGHT);
    }
}
