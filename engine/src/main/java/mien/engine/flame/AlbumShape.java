package mien.engine.flame;

import java.util.List;

/** One face shape for a whole album of a person (reference diffusionrig.md §7.4). */
public final class AlbumShape {
    private AlbumShape() {}

    /**
     * @param shapes the shape coefficients read from each picture, all of one length
     * @return their plain average
     */
    public static float[] mean(List<float[]> shapes) {
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException(
                    "An album without pictures has no shape; add at least one.");
        }
        double[] sum = new double[shapes.get(0).length];
        for (float[] shape : shapes) {
            if (shape.length != sum.length) {
                throw new IllegalArgumentException(
                        "The shapes of an album have one length, but got %d and %d numbers."
                                .formatted(sum.length, shape.length));
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += shape[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / shapes.size());
        }
        return mean;
    }
}
