package mien.engine.face;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import mien.engine.tensor.Numbers;

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

    /**
     * The same of a tensor, differentiable.
     *
     * @param signed pictures over −1 to 1 [N, 3, H, W]
     * @return (unit − mean)/deviation of each channel
     */
    public static NDArray standardised(NDArray signed) {
        float[] scale = new float[3];
        float[] shift = new float[3];
        for (int c = 0; c < 3; c++) {
            scale[c] = 0.5f / DEVIATION[c];
            shift[c] = (0.5f - MEAN[c]) / DEVIATION[c];
        }
        Shape perChannel = new Shape(1, 3, 1, 1);
        // a copy belongs to PyTorch: the graph may keep it when its array here is long closed
        NDArray by = signed.getManager().create(scale, perChannel).duplicate();
        return signed.mul(by).add(signed.getManager().create(shift, perChannel));
    }

    /** {@link #standardised(NDArray)} as {@link #standardisedTwice(float[])}. */
    public static NDArray standardisedTwice(NDArray signed) {
        return Numbers.times(standardised(signed), 2).sub(1f);
    }
}
