package mien.engine.flame;

/**
 * Where the face crop of 224 pixels lies in a picture.
 *
 * @param pictureToCrop the similarity from picture pixels to crop pixels, 3×3 row-major [9]
 * @param width columns of the picture it was measured on
 * @param height rows of that picture
 */
public record CropTransform(float[] pictureToCrop, int width, int height) {
    /** Side of the face crop in pixels. */
    public static final int CROP = 224;

    /** The crop is the whole picture. */
    public static final CropTransform IDENTITY =
            new CropTransform(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, CROP, CROP);

    public CropTransform {
        if (pictureToCrop.length != 9 || determinant(pictureToCrop) == 0) {
            throw new IllegalArgumentException("A crop needs an invertible 3 × 3 matrix.");
        }
    }

    /**
     * The crop around a square box: crop = 223/size · (picture − corner).
     *
     * @param x0 left edge of the box in picture pixels
     * @param y0 top edge of the box
     * @param size side of the box in picture pixels
     * @param width columns of the picture
     * @param height rows of the picture
     * @return the transform
     */
    public static CropTransform ofBox(double x0, double y0, double size, int width, int height) {
        double k = (CROP - 1) / size; // built on 223, applied on 224: the original's own mismatch
        float[] m = {(float) k, 0, (float) (-k * x0), 0, (float) k, (float) (-k * y0), 0, 0, 1};
        return new CropTransform(m, width, height);
    }

    /**
     * @param crop points in crop coordinates, x right, y down, −1 to 1 [n·3]
     * @return the same points with −1 to 1 spanning the picture; z is kept [n·3]
     */
    public float[] toPicture(float[] crop) {
        float[] m = cropToPicture();
        float[] out = new float[crop.length];
        for (int i = 0; i < crop.length; i += 3) {
            float px = (crop[i] * 0.5f + 0.5f) * CROP;
            float py = (crop[i + 1] * 0.5f + 0.5f) * CROP;
            out[i] = (px * m[0] + py * m[1] + m[2]) / width * 2 - 1;
            out[i + 1] = (px * m[3] + py * m[4] + m[5]) / height * 2 - 1;
            out[i + 2] = crop[i + 2];
        }
        return out;
    }

    /**
     * @return the inverse, from crop pixels to picture pixels, row-major [9]
     */
    public float[] cropToPicture() {
        float[] m = pictureToCrop;
        double d = determinant(m);
        double[] cofactors = {
            minor(m, 4, 8, 5, 7), minor(m, 2, 7, 1, 8), minor(m, 1, 5, 2, 4),
            minor(m, 5, 6, 3, 8), minor(m, 0, 8, 2, 6), minor(m, 2, 3, 0, 5),
            minor(m, 3, 7, 4, 6), minor(m, 1, 6, 0, 7), minor(m, 0, 4, 1, 3)
        };
        float[] inverse = new float[9];
        for (int i = 0; i < 9; i++) {
            inverse[i] = (float) (cofactors[i] / d);
        }
        return inverse;
    }

    private static double determinant(float[] m) {
        return m[0] * minor(m, 4, 8, 5, 7)
                + m[1] * minor(m, 5, 6, 3, 8)
                + m[2] * minor(m, 3, 7, 4, 6);
    }

    /** m_a·m_b − m_c·m_d. */
    private static double minor(float[] m, int a, int b, int c, int d) {
        return (double) m[a] * m[b] - (double) m[c] * m[d];
    }
}
