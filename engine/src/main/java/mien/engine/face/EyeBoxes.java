package mien.engine.face;

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
