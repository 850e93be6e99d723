package mien.engine.tensor;

import java.util.function.DoubleUnaryOperator;

/**
 * Operators written out as loops, to check the fast ones against. Arrays are row-major [N, C, H, W]
 * and square.
 */
final class Plain {

    private Plain() {}

    /** A batch of square maps. */
    record Maps(int n, int c, int side, float[] v) {

        float at(int b, int ch, int y, int x) {
            boolean inside = 0 <= y && y < side && 0 <= x && x < side;
            return inside ? v[((b * c + ch) * side + y) * side + x] : 0;
        }

        Maps shaped(int channels, int newSide) {
            return new Maps(n, channels, newSide, new float[n * channels * newSide * newSide]);
        }

        /** Fills every element from its place. */
        Maps filled(Place value) {
            for (int i = 0; i < v.length; i++) {
                int x = i % side;
                int y = i / side % side;
                int ch = i / (side * side) % c;
                v[i] = (float) value.at(i / (side * side * c), ch, y, x);
            }
            return this;
        }
    }

    /** A value for each place. */
    interface Place {
        double at(int b, int ch, int y, int x);
    }

    static Maps conv2d(Maps in, float[] w, float[] bias, int size, int stride, int padding) {
        int out = bias.length;
        int side = (in.side + 2 * padding - size) / stride + 1;
        return in.shaped(out, side)
                .filled(
                        (b, o, y, x) -> {
                            double sum = bias[o];
                            for (int c = 0; c < in.c; c++) {
                                for (int k = 0; k < size * size; k++) {
                                    float pixel =
                                            in.at(
                                                    b,
                                                    c,
                                                    y * stride - padding + k / size,
                                                    x * stride - padding + k % size);
                                    sum += pixel * w[(o * in.c + c) * size * size + k];
                                }
                            }
                            return sum;
                        });
    }

    static Maps groupNorm(Maps in, float[] w, float[] bias, int groups, double eps) {
        int width = in.c / groups;
        int pixels = in.side * in.side;
        double[] mean = new double[in.n * groups];
        double[] square = new double[in.n * groups];
        for (int i = 0; i < in.v.length; i++) {
            int group = i / (pixels * width);
            mean[group] += in.v[i] / (double) (pixels * width);
            square[group] += (double) in.v[i] * in.v[i] / (pixels * width);
        }
        return in.shaped(in.c, in.side)
                .filled(
                        (b, c, y, x) -> {
                            int g = b * groups + c / width;
                            double deviation = Math.sqrt(square[g] - mean[g] * mean[g] + eps);
                            return (in.at(b, c, y, x) - mean[g]) / deviation * w[c] + bias[c];
                        });
    }

    /** Mean and unbiased variance of one channel over the batch. */
    static double[] statistics(Maps in, int channel) {
        int count = in.n * in.side * in.side;
        double mean = 0;
        double square = 0;
        for (int b = 0; b < in.n; b++) {
            for (int i = 0; i < in.side * in.side; i++) {
                double value = in.at(b, channel, i / in.side, i % in.side);
                mean += value / count;
                square += value * value / count;
            }
        }
        return new double[] {mean, (square - mean * mean) * count / (count - 1)};
    }

    static Maps mapped(Maps in, DoubleUnaryOperator f) {
        return in.shaped(in.c, in.side).filled((b, c, y, x) -> f.applyAsDouble(in.at(b, c, y, x)));
    }

    static double silu(double x) {
        return x / (1 + Math.exp(-x));
    }

    /** Corners not aligned, edges repeated. */
    static Maps bilinear(Maps in, int side) {
        double scale = in.side / (double) side;
        return in.shaped(in.c, side)
                .filled(
                        (b, c, y, x) -> {
                            double sy = Math.max(0, (y + 0.5) * scale - 0.5);
                            double sx = Math.max(0, (x + 0.5) * scale - 0.5);
                            int y0 = (int) sy;
                            int x0 = (int) sx;
                            int y1 = Math.min(y0 + 1, in.side - 1);
                            int x1 = Math.min(x0 + 1, in.side - 1);
                            double top = mix(in.at(b, c, y0, x0), in.at(b, c, y0, x1), sx - x0);
                            double below = mix(in.at(b, c, y1, x0), in.at(b, c, y1, x1), sx - x0);
                            return mix(top, below, sy - y0);
                        });
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** softmax(q·kᵀ/√d)·v for one head; each [tokens, d]. */
    static float[] attention(float[] q, float[] k, float[] v, int tokens, int d) {
        float[] out = new float[tokens * d];
        for (int i = 0; i < tokens; i++) {
            double[] weight = new double[tokens];
            double sum = 0;
            for (int j = 0; j < tokens; j++) {
                double dot = 0;
                for (int c = 0; c < d; c++) {
                    dot += q[i * d + c] * k[j * d + c];
                }
                weight[j] = Math.exp(dot / Math.sqrt(d));
                sum += weight[j];
            }
            for (int c = 0; c < d; c++) {
                double value = 0;
                for (int j = 0; j < tokens; j++) {
                    value += weight[j] / sum * v[j * d + c];
                }
                out[i * d + c] = (float) value;
            }
        }
        return out;
    }
}
