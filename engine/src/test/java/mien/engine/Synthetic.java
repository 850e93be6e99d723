package mien.engine;

import java.nio.charset.StandardCharsets;

/**
 * The values of golden cases whose weights are not stored: they depend on the tensor's name, its
 * shape and the case's seed alone (FNV-1a of the name, then SplitMix64).
 */
public final class Synthetic {
    private Synthetic() {}

    /**
     * @param name the tensor's name
     * @param seed the case's seed
     * @param count how many
     * @return uniform values in [−1, 1)
     */
    public static double[] uniform(String name, long seed, int count) {
        long h = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xff)) * 0x100000001b3L;
        }
        h ^= seed;
        double[] u = new double[count];
        for (int i = 0; i < count; i++) {
            long z = h + (i + 1) * 0x9E3779B97F4A7C15L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            z ^= z >>> 31;
            u[i] = (z >>> 11) * 0x1p-52 - 1;
        }
        return u;
    }

    /**
     * @param name the input's name
     * @param seed the case's seed
     * @param count how many
     * @return standard normal values, by Box and Muller's transform of two uniform streams
     */
    public static float[] normal(String name, long seed, int count) {
        double[] a = uniform(name + "#a", seed, count);
        double[] b = uniform(name + "#b", seed, count);
        float[] g = new float[count];
        for (int i = 0; i < count; i++) {
            double radius = Math.sqrt(-2 * Math.log(Math.max((a[i] + 1) / 2, 0x1p-53)));
            g[i] = (float) (radius * Math.cos(Math.PI * (b[i] + 1)));
        }
        return g;
    }

    /**
     * @param name the weight's name in the checkpoint
     * @param seed the case's seed
     * @param shape its dimensions
     * @return the weight, row-major
     */
    public static float[] weight(String name, long seed, long... shape) {
        long count = 1;
        for (long d : shape) {
            count *= d;
        }
        double[] u = uniform(name, seed, Math.toIntExact(count));
        double base = 0;
        double spread = 0.1;
        if (shape.length >= 2) {
            spread = Math.sqrt(3.0 / ((double) count / shape[0]));
        } else if (name.endsWith("running_var")) {
            base = 1;
            spread = 0.5;
        } else if (name.endsWith("weight")) {
            base = 1;
        }
        float[] values = new float[u.length];
        for (int i = 0; i < u.length; i++) {
            values[i] = (float) (base + spread * u[i]);
        }
        return values;
    }
}
