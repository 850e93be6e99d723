package mien.engine.flame;

import java.util.Arrays;

/**
 * Where the 68 landmarks of the iBUG scheme lie on a head: points inside faces, the 17 contour
 * points chosen by how far the head is turned.
 */
public final class Landmarks {
    /** Landmarks in all. */
    public static final int COUNT = 68;

    /** Contour points, numbers 0 to 16. */
    public static final int CONTOUR = 17;

    /** Rows of the contour table: yaw 0° … 39°, then −1° … −39°. */
    public static final int ROWS = 79;

    private final SurfacePoints inner; // 51
    private final SurfacePoints contour; // 79·17
    private final SurfacePoints full; // 68

    /**
     * @param inner the 51 landmarks inside the face
     * @param contour the contour table, row by row: 79·17 points
     * @param full the 68 landmarks of the unturned head
     */
    public Landmarks(SurfacePoints inner, SurfacePoints contour, SurfacePoints full) {
        if (inner.count() != COUNT - CONTOUR
                || contour.count() != ROWS * CONTOUR
                || full.count() != COUNT) {
            throw new IllegalArgumentException(
                    "A landmark table needs 51 inner, 79 × 17 contour and 68 full points, but got"
                            + " %d, %d and %d."
                                    .formatted(inner.count(), contour.count(), full.count()));
        }
        this.inner = inner;
        this.contour = contour;
        this.full = full;
    }

    /**
     * A table whose contour does not wander with the yaw.
     *
     * @param full the 68 landmarks
     * @return the landmarks
     */
    public static Landmarks fixed(SurfacePoints full) {
        SurfacePoints contour = full.part(0, CONTOUR);
        return new Landmarks(full.part(CONTOUR, COUNT), contour.repeated(ROWS), full);
    }

    /**
     * @param head a posed head
     * @return the "2d" landmarks: contour of the head's yaw, then the inner ones; xyz [68·3]
     */
    public float[] landmarks2d(Posed head) {
        int row = contourRow(Rotation.product(head.rotations()[0], head.rotations()[1]));
        float[] points = new float[3 * COUNT];
        contour.locate(head.vertices(), row * CONTOUR, (row + 1) * CONTOUR, points, 0);
        inner.locate(head.vertices(), 0, COUNT - CONTOUR, points, 3 * CONTOUR);
        return points;
    }

    /**
     * @param head a posed head
     * @return the "3d" landmarks, the same spots of the skin in every pose; xyz [68·3]
     */
    public float[] landmarks3d(Posed head) {
        float[] points = new float[3 * COUNT];
        full.locate(head.vertices(), 0, COUNT, points, 0);
        return points;
    }

    /**
     * @param r rotation of the head, root times neck [9]
     * @return the contour row, 0 to 78
     */
    static int contourRow(float[] r) {
        double yaw = Math.atan2(-r[6], Math.sqrt(r[0] * r[0] + r[3] * r[3]));
        return contourRow(Math.toDegrees(yaw));
    }

    /** Half-degrees go to the even row; the table ends at 39 degrees on either side. */
    static int contourRow(double degrees) {
        int a = (int) Math.rint(Math.min(degrees, 39));
        return a >= 0 ? a : a < -39 ? ROWS - 1 : 39 - a;
    }

    /**
     * The point FFHQ pictures are centred on: eye + 0.1·(mouth − eye), the means of both eyes and
     * of both mouth corners.
     *
     * @param landmarks xyz of 68 landmarks [68·3]
     * @return xyz
     */
    public static float[] portraitCentre(float[] landmarks) {
        float[] centre = new float[3];
        for (int axis = 0; axis < 3; axis++) {
            float left = 0;
            float right = 0;
            for (int i = 0; i < 6; i++) {
                left += landmarks[3 * (36 + i) + axis] / 6;
                right += landmarks[3 * (42 + i) + axis] / 6;
            }
            float eye = (left + right) / 2;
            float mouth = (landmarks[3 * 48 + axis] + landmarks[3 * 54 + axis]) / 2;
            centre[axis] = eye + 0.1f * (mouth - eye);
        }
        return centre;
    }

    /**
     * Points that ride on a mesh: point = Σ bary_k · vertex(corner k).
     *
     * @param corners vertex numbers [n·3]
     * @param bary weights of the corners [n·3]
     */
    public record SurfacePoints(int[] corners, float[] bary) {
        public SurfacePoints {
            if (corners.length != bary.length || corners.length % 3 != 0) {
                throw new IllegalArgumentException(
                        "Points on a mesh need three corners and three weights each.");
            }
        }

        /**
         * @param meshFaces corners of the mesh [F·3]
         * @param faces face number of each point [n]
         * @param bary weights [n·3]
         * @return the points
         */
        public static SurfacePoints onFaces(int[] meshFaces, int[] faces, float[] bary) {
            int[] corners = new int[3 * faces.length];
            for (int i = 0; i < faces.length; i++) {
                System.arraycopy(meshFaces, 3 * faces[i], corners, 3 * i, 3);
            }
            return new SurfacePoints(corners, bary);
        }

        /**
         * @param vertices vertex number of each point [n]
         * @return points that sit on vertices
         */
        public static SurfacePoints onVertices(int... vertices) {
            int[] corners = new int[3 * vertices.length];
            float[] bary = new float[corners.length];
            for (int i = 0; i < vertices.length; i++) {
                Arrays.fill(corners, 3 * i, 3 * i + 3, vertices[i]);
                bary[3 * i] = 1;
            }
            return new SurfacePoints(corners, bary);
        }

        /**
         * @return the number of points
         */
        public int count() {
            return corners.length / 3;
        }

        private SurfacePoints part(int from, int to) {
            return new SurfacePoints(
                    Arrays.copyOfRange(corners, 3 * from, 3 * to),
                    Arrays.copyOfRange(bary, 3 * from, 3 * to));
        }

        private SurfacePoints repeated(int times) {
            int n = corners.length;
            int[] c = new int[n * times];
            float[] b = new float[n * times];
            for (int i = 0; i < times; i++) {
                System.arraycopy(corners, 0, c, i * n, n);
                System.arraycopy(bary, 0, b, i * n, n);
            }
            return new SurfacePoints(c, b);
        }

        private void locate(float[] vertices, int from, int to, float[] out, int at) {
            for (int p = from; p < to; p++) {
                for (int axis = 0; axis < 3; axis++) {
                    float sum = 0;
                    for (int k = 3 * p; k < 3 * p + 3; k++) {
                        sum += bary[k] * vertices[3 * corners[k] + axis];
                    }
                    out[at + 3 * (p - from) + axis] = sum;
                }
            }
        }
    }
}
