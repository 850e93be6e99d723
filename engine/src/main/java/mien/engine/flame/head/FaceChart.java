package mien.engine.flame.head;

/**
 * What lies where on the face at rest. Centimetres in the head's own frame: x to the person's left,
 * y up from the eye line, z forward from the ear canals. Masks run from 0 to 1.
 */
public final class FaceChart {
    /** Height of the closed mouth. */
    public static final float MOUTH_Y = (float) HeadGrid.MOUTH_Y;

    /** Half the mouth's width. */
    public static final float MOUTH_X = 2.35f;

    private FaceChart() {}

    /** Top of the upper lip over |x|. */
    public static float upperLipTop(float x) {
        float s = Math.min(1, x / MOUTH_X);
        float bow = 0.15f * (float) Math.exp(-x * x / 0.09f);
        return MOUTH_Y + 0.84f * (1 - (float) Math.pow(s, 1.7)) - bow;
    }

    /** Bottom of the lower lip over |x|. */
    public static float lowerLipBottom(float x) {
        float s = Math.min(1, x / (MOUTH_X - 0.1f));
        return MOUTH_Y - 1.08f * (float) Math.pow(1 - s * s, 0.75);
    }

    /** Red of the lips. */
    public static float lips(float sx, float y, float z) {
        float x = Math.abs(sx);
        if (x > 2.8f || z < 6 || y > -5.8f || y < -8.6f) {
            return 0;
        }
        float top = smooth(0.14f, -0.14f, y - upperLipTop(x));
        float bottom = smooth(-0.16f, 0.16f, y - lowerLipBottom(x));
        return top * bottom * smooth(2.55f, 2.2f, x);
    }

    /** Height of the middle of the brow over |x|. */
    public static float browMiddle(float x) {
        float s = (x - 1.3f) / 3.9f;
        return 1.62f + 1.5f * s * (1 - 0.92f * s * s) - 0.1f * s;
    }

    /** Half the brow's thickness over |x|; 0 outside it. */
    public static float browHalf(float x) {
        float s = (x - 1.25f) / 3.95f;
        if (s <= 0 || s >= 1) {
            return 0;
        }
        return 0.44f * (float) (Math.min(1, 7 * s) * Math.pow(1 - s, 0.55));
    }

    /** Where brow hair grows. */
    public static float brow(float sx, float y, float z) {
        float x = Math.abs(sx);
        float half = browHalf(x);
        if (half == 0 || z < 3 || y < 0.5f || y > 4) {
            return 0;
        }
        return smooth(half * 1.5f, half * 0.5f, Math.abs(y - browMiddle(x)));
    }

    /** Height of the open lid's rim over |x|, upper or lower. */
    public static float lidLine(float x, boolean upper) {
        return (float) HeadGrid.rim(x, upper, 1);
    }

    /** Where a beard grows: jaw, chin, cheeks below the mouth corners, upper lip. */
    public static float beard(float sx, float y, float z) {
        float x = Math.abs(sx);
        float line = -2.2f - 3.1f * smooth(6.2f, 3.4f, x); // down from the ear to the cheek
        float cheeks = smooth(line + 0.4f, line - 0.7f, y) * smooth(-0.6f, 0.8f, z);
        float low = smooth(-14.5f, -11.8f, y);
        float middle = moustache(sx, y, z);
        float chin = smooth(1.4f, 3.1f, x + Math.max(0, -8.9f - y) * 2.2f);
        return Math.max(cheeks * chin * low, middle) * (1 - lips(sx, y, z));
    }

    /** Between nose and upper lip, round the mouth corners. */
    public static float moustache(float sx, float y, float z) {
        float x = Math.abs(sx);
        if (z < 5 || x > 3.6f || y > -4.4f || y < -9) {
            return 0;
        }
        float band =
                smooth(-5.0f, -5.45f, y) * smooth(3.4f, 2.6f, x + Math.max(0, -4.6f - y) * 0.1f);
        float sides = smooth(1.9f, 2.5f, x) + smooth(-6.9f, -6.2f, y);
        return band * Math.min(1, sides) * smooth(-9f, -8f, y) * (1 - lips(sx, y, z));
    }

    /** Whether skin belongs to the neck: below the line from chin to ear. */
    public static boolean neck(float y, float z) {
        return z < -1.2f ? y < -5.2f : y < -11.75f + 0.5f * Math.max(0, 8.9f - z) || y < -12;
    }

    /** Whether skin belongs to the nose. */
    public static boolean nose(float sx, float y, float z) {
        float x = Math.abs(sx);
        float down = Math.max(0, Math.min(1, (0.4f - y) / 4.2f));
        return z > 7.6f && y < 0.4f && y > -5.05f && x < 0.75f + 1.15f * down * down;
    }

    /** Rises from 0 at {@code from} to 1 at {@code to}, either way round. */
    public static float smooth(float from, float to, float v) {
        float t = Math.max(0, Math.min(1, (v - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
