package mien.engine.face;

/** How pictures are standardised for networks that began on ImageNet. */
public final class ImageNet {
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private ImageNet() {}

    /**
     * @param unit planar red, green, blue over 0 to 1 [3·n]
     * @return (value − mean)/deviation of each channel [3·n]
     */
    public static float[] standardised(float[] unit) {
        int plane = unit.length / 3;
        float[] out = new float[unit.length];
        for (int i = 0; i < out.length; i++) {
            int c = i / plane;
            out[i] = (unit[i] - MEAN[c]) / DEVIATION[c];
        }
        return out;
    }

    /**
     * What DiffFace feeds its parser: standardised, and then once more with mean and deviation one
     * half, which the parser was not trained with (reference diffface.md §5).
     *
     * @param unit planar red, green, blue over 0 to 1 [3·n]
     * @return [3·n]
     */
    public static float[] standardisedTwice(float[] unit) {
        float[] out = standardised(unit);
        for (int i = 0; i < out.length; i++) {
            out[i] = (out[i] - 0.5f) / 0.5f;
        }
        return out;
    }
}
