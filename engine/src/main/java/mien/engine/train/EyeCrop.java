package mien.engine.train;

import mien.engine.face.EyeBoxes;
import mien.engine.face.Landmarks68;
import mien.engine.picture.Homography;
import mien.engine.picture.Region;

/**
 * One eye of a drawn face as a gaze network reads it, cut out by the program's box (reference
 * diffface.md §5), with its landmarks: the six points of the lids and the middle of the iris.
 *
 * @param grey [height·width] over 0 to 1
 * @param landmarks x and y in pixels of the crop, the first one's middle at 0 [7·2]
 */
record EyeCrop(float[] grey, float[] landmarks) {

    /** Landmarks of an eye. */
    static final int LANDMARKS = 7;

    private static final int LIDS = 6;
    private static final int FIRST_LEFT = 36;
    private static final int FIRST_RIGHT = 42;
    private static final double EYE_RADIUS = 0.012; // metres

    /** The box of an eye, perhaps moved and enlarged: left, top, width, height. */
    record Box(double left, double top, double width, double height) {

        /**
         * The program's box.
         *
         * @param right the eye at the picture's right
         */
        static Box of(Labels labels, int side, boolean right) {
            double[] xy = new double[labels.landmarks().length];
            for (int i = 0; i < xy.length; i++) {
                xy[i] = labels.landmarks()[i] - 0.5; // there a first pixel's middle is at 0
            }
            EyeBoxes boxes = EyeBoxes.of(new Landmarks68(xy), side);
            Region r = right ? boxes.right() : boxes.left();
            return new Box(r.x(), r.y(), r.width(), r.height());
        }

        Box moved(double dx, double dy, double by) {
            return new Box(
                    left + dx + width * (1 - by) / 2,
                    top + dy + height * (1 - by) / 2,
                    width * by,
                    height * by);
        }
    }

    /**
     * @param unit planar red, green, blue, 0 to 1 [3·side²]
     * @param right the eye at the picture's right
     * @param patch the size of the crop
     */
    static EyeCrop of(float[] unit, Labels labels, boolean right, Box box, Patch patch) {
        int side = (int) Math.round(Math.sqrt(unit.length / 3.0));
        float[] grey = new float[side * side];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (unit[i] + unit[grey.length + i] + unit[2 * grey.length + i]) / 3;
        }
        Homography from = patch.rectangle(box.left, box.top, box.width, box.height, 0);
        float[] points = new float[2 * LANDMARKS];
        int first = right ? FIRST_RIGHT : FIRST_LEFT;
        for (int k = 0; k < LIDS; k++) {
            put(
                    points,
                    k,
                    labels.landmarks()[2 * (first + k)],
                    labels.landmarks()[2 * (first + k) + 1]);
        }
        int eye = right ? 2 : 0;
        double reach = EYE_RADIUS * labels.camera() * side / 2; // in pixels
        double pitch = labels.gaze()[0];
        double yaw = labels.gaze()[1];
        put(
                points,
                LIDS,
                labels.eyes()[eye] + reach * Math.cos(pitch) * Math.sin(yaw),
                labels.eyes()[eye + 1] - reach * Math.sin(pitch));
        for (int k = 0; k < LANDMARKS; k++) {
            points[2 * k] = (float) ((points[2 * k] - box.left) * patch.width() / box.width - 0.5);
            points[2 * k + 1] =
                    (float) ((points[2 * k + 1] - box.top) * patch.height() / box.height - 0.5);
        }
        return new EyeCrop(patch.of(grey, side, from), points);
    }

    private static void put(float[] points, int k, double x, double y) {
        points[2 * k] = (float) x;
        points[2 * k + 1] = (float) y;
    }
}
