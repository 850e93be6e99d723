package mien.engine.tensor;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import mien.engine.tensor.Plain.Maps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operator against the same thing written out as loops. */
class AtenTest extends SmallMaps {

    @ParameterizedTest
    @CsvSource({"3,1,1", "3,2,1", "1,1,0", "1,2,0", "7,2,3"})
    void convolution(int size, int stride, int padding) {
        float[] w = noise.normal(5 * 4 * size * size);
        float[] b = noise.normal(5);
        NDArray kernel = manager.create(w, new Shape(5, 4, size, size));
        equal(
                Plain.conv2d(maps, w, b, size, stride, padding),
                Aten.conv2d(x, kernel, manager.create(b), stride, padding));
        equal(
                Plain.conv2d(maps, w, new float[5], size, stride, padding),
                Aten.conv2d(x, kernel, stride, padding));
    }

    @Test
    void affineMap() {
        float[] w = noise.normal(3 * 6);
        float[] b = noise.normal(3);
        float[] expected = new float[2 * 4 * 6 * 3];
        float[] free = new float[expected.length];
        for (int i = 0; i < expected.length; i++) {
            double sum = 0;
            for (int c = 0; c < 6; c++) {
                sum += maps.v()[i / 3 * 6 + c] * w[i % 3 * 6 + c];
            }
            free[i] = (float) sum;
            expected[i] = (float) (sum + b[i % 3]);
        }
        NDArray matrix = manager.create(w, new Shape(3, 6));
        NDArray y = Aten.linear(x, matrix, manager.create(b));
        assertEquals(new Shape(2, 4, 6, 3), y.getShape());
        assertAbsolute("x·wᵀ + b", CLOSE, y.toFloatArray(), expected);
        assertAbsolute("x·wᵀ", CLOSE, Aten.linear(x, matrix).toFloatArray(), free);
    }

    @Test
    void groupNormAndItsSilu() {
        float[] w = noise.normal(4);
        float[] b = noise.normal(4);
        Maps expected = Plain.groupNorm(maps, w, b, 2, 1e-5);
        equal(expected, Norms.groupNorm(x, manager.create(w), manager.create(b), 2, 1e-5));
        equal(
                Plain.mapped(expected, Plain::silu),
                Norms.groupNormSilu(x, manager.create(w), manager.create(b), 2, 1e-5));
    }

    @Test
    void batchNormByRunningStatistics() {
        float[] w = noise.normal(4);
        float[] b = noise.normal(4);
        float[] mean = noise.normal(4);
        float[] variance = {0.5f, 1, 2, 3};
        Norms.BatchNorm n = batchNorm(w, b, mean, variance);
        equal(
                maps.shaped(4, 6)
                        .filled(
                                (i, c, row, col) ->
                                        (maps.at(i, c, row, col) - mean[c])
                                                        / Math.sqrt(variance[c] + 1e-5)
                                                        * w[c]
                                                + b[c]),
                Norms.batchNorm(x, n, 1e-5));
        assertArrayEquals(mean, n.mean().toFloatArray(), "running statistics stay");
    }

    @Test
    void batchNormLearningUsesTheBatchAndMovesTheRunningStatistics() {
        float[] w = noise.normal(4);
        float[] b = noise.normal(4);
        float[] mean = noise.normal(4);
        float[] variance = {0.5f, 1, 2, 3};
        Norms.BatchNorm n = batchNorm(w, b, mean, variance);
        double biased = (2 * 6 * 6 - 1) / (2.0 * 6 * 6);
        equal(
                maps.shaped(4, 6)
                        .filled(
                                (i, c, row, col) -> {
                                    double[] s = Plain.statistics(maps, c);
                                    return (maps.at(i, c, row, col) - s[0])
                                                    / Math.sqrt(s[1] * biased + 1e-5)
                                                    * w[c]
                                            + b[c];
                                }),
                Norms.batchNormLearning(x, n, 1e-5));
        for (int c = 0; c < 4; c++) {
            double[] s = Plain.statistics(maps, c);
            assertEquals(0.9 * mean[c] + 0.1 * s[0], n.mean().getFloat(c), CLOSE);
            assertEquals(0.9 * variance[c] + 0.1 * s[1], n.variance().getFloat(c), CLOSE);
        }
    }

    @Test
    void siluAndRelu() {
        equal(Plain.mapped(maps, Plain::silu), Aten.silu(x));
        equal(Plain.mapped(maps, v -> Math.max(v, 0)), Aten.relu(x));
    }

    @Test
    void filmScalesByOnePlusItsFirstAndShiftsByItsSecond() {
        float[] scale = noise.normal(2 * 4);
        float[] shift = noise.normal(2 * 4);
        NDArray s = manager.create(scale, new Shape(2, 4, 1, 1));
        NDArray t = manager.create(shift, new Shape(2, 4, 1, 1));
        Maps expected =
                maps.shaped(4, 6)
                        .filled(
                                (b, c, row, col) ->
                                        maps.at(b, c, row, col) * (1 + scale[b * 4 + c])
                                                + shift[b * 4 + c]);
        equal(expected, Aten.film(x, s, t));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2}) // one picture takes the fused way
    void groupNormFilmSilu(int pictures) {
        Maps batch = new Maps(pictures, 4, 6, noise.normal(pictures * 4 * 36));
        float[] w = noise.normal(4);
        float[] b = noise.normal(4);
        float[] scale = noise.normal(pictures * 4);
        float[] shift = noise.normal(pictures * 4);
        Maps normal = Plain.groupNorm(batch, w, b, 2, 1e-5);
        equal(
                batch.shaped(4, 6)
                        .filled(
                                (i, c, row, col) ->
                                        Plain.silu(
                                                normal.at(i, c, row, col) * (1 + scale[i * 4 + c])
                                                        + shift[i * 4 + c])),
                Norms.groupNormFilmSilu(
                        array(batch),
                        new Norms.GroupNorm(manager.create(w), manager.create(b), 2, 1e-5),
                        manager.create(scale, new Shape(pictures, 4)),
                        manager.create(shift, new Shape(pictures, 4))));
        equal(batch, array(batch));
    }

    @Test
    void addingIntoChangesItsFirstOperandOnly() {
        NDArray y = Aten.relu(x);
        float[] before = y.toFloatArray();
        NDArray sum = Aten.addInto(y, x);
        assertArrayEquals(maps.v(), x.toFloatArray());
        assertArrayEquals(sum.toFloatArray(), y.toFloatArray());
        Maps earlier = new Maps(2, 4, 6, before);
        equal(
                maps.shaped(4, 6)
                        .filled(
                                (b, c, row, col) ->
                                        maps.at(b, c, row, col) + earlier.at(b, c, row, col)),
                sum);
    }

    @Test
    void sumAndJoinedChannels() {
        Maps other = new Maps(2, 3, 6, noise.normal(2 * 3 * 36));
        equal(Plain.mapped(maps, v -> 2 * v), Aten.add(x, x));
        equal(
                maps.shaped(7, 6)
                        .filled(
                                (b, c, row, col) ->
                                        c < 4
                                                ? maps.at(b, c, row, col)
                                                : other.at(b, c - 4, row, col)),
                Aten.concatChannels(x, array(other)));
    }

    @Test
    void attentionOfTwoHeads() {
        float[] q = noise.normal(2 * 5 * 3);
        float[] k = noise.normal(2 * 5 * 3);
        float[] v = noise.normal(2 * 5 * 3);
        Shape shape = new Shape(1, 2, 5, 3);
        float[] ours =
                Aten.attention(
                                manager.create(q, shape),
                                manager.create(k, shape),
                                manager.create(v, shape))
                        .toFloatArray();
        for (int head = 0; head < 2; head++) {
            assertAbsolute(
                    "head " + head,
                    CLOSE,
                    part(ours, head),
                    Plain.attention(part(q, head), part(k, head), part(v, head), 5, 3));
        }
    }

    private static float[] part(float[] values, int head) {
        return Arrays.copyOfRange(values, head * 15, head * 15 + 15);
    }

    @Test
    void resampling() {
        equal(
                maps.shaped(4, 3)
                        .filled(
                                (b, c, row, col) ->
                                        (maps.at(b, c, 2 * row, 2 * col)
                                                        + maps.at(b, c, 2 * row + 1, 2 * col)
                                                        + maps.at(b, c, 2 * row, 2 * col + 1)
                                                        + maps.at(b, c, 2 * row + 1, 2 * col + 1))
                                                / 4),
                Aten.averagePool2(x));
        equal(
                maps.shaped(4, 12).filled((b, c, row, col) -> maps.at(b, c, row / 2, col / 2)),
                Aten.nearest2(x));
        equal(Plain.bilinear(maps, 9), Aten.bilinear(x, 9, 9));
        equal(Plain.bilinear(maps, 4), Aten.bilinear(x, 4, 4));
    }

    @Test
    void windows() {
        equal(
                maps.shaped(4, 4)
                        .filled(
                                (b, c, row, col) -> {
                                    double sum = 0;
                                    for (int k = 0; k < 9; k++) {
                                        sum += maps.at(b, c, row + k / 3, col + k % 3);
                                    }
                                    return sum / 9;
                                }),
                Aten.averagePool(x, 3));
        equal(
                maps.shaped(4, 3)
                        .filled(
                                (b, c, row, col) -> {
                                    double largest = Double.NEGATIVE_INFINITY;
                                    for (int k = 0; k < 9; k++) {
                                        int yy = 2 * row - 1 + k / 3;
                                        int xx = 2 * col - 1 + k % 3;
                                        if (yy >= 0 && yy < 6 && xx >= 0 && xx < 6) {
                                            largest = Math.max(largest, maps.at(b, c, yy, xx));
                                        }
                                    }
                                    return largest;
                                }),
                Aten.maxPool3(x));
    }

    @Test
    void theLargestOfASquareLeavesAnOddBorderOut() {
        Maps odd = new Maps(2, 4, 5, noise.normal(2 * 4 * 25));
        equal(
                odd.shaped(4, 2)
                        .filled(
                                (b, c, row, col) ->
                                        Math.max(
                                                Math.max(
                                                        odd.at(b, c, 2 * row, 2 * col),
                                                        odd.at(b, c, 2 * row + 1, 2 * col)),
                                                Math.max(
                                                        odd.at(b, c, 2 * row, 2 * col + 1),
                                                        odd.at(b, c, 2 * row + 1, 2 * col + 1)))),
                Aten.maxPool2(array(odd)));
    }

    @Test
    void everyPixelsChannelsGetALengthOfOneTimesTheirScale() {
        float[] w = noise.normal(4);
        equal(
                maps.shaped(4, 6)
                        .filled(
                                (b, c, row, col) -> {
                                    double square = 0;
                                    for (int k = 0; k < 4; k++) {
                                        square += Math.pow(maps.at(b, k, row, col), 2);
                                    }
                                    return maps.at(b, c, row, col) / Math.sqrt(square) * w[c];
                                }),
                Norms.channelNorm(x, manager.create(w), 1e-10));
        NDArray black = manager.zeros(new Shape(1, 4, 1, 1));
        assertArrayEquals(
                new float[4],
                Norms.channelNorm(black, manager.create(w), 1e-10).toFloatArray(),
                1e-9f,
                "no length is no division by zero");
    }

    @Test
    void dropoutZeroesItsShareAndKeepsTheMean() {
        NDArray dropped = Aten.dropout(manager.ones(new Shape(100_000)), 0.25);
        int zeros = 0;
        for (float v : dropped.toFloatArray()) {
            assertTrue(v == 0 || Math.abs(v - 1 / 0.75) < 1e-6, "unexpected " + v);
            zeros += v == 0 ? 1 : 0;
        }
        assertEquals(25_000, zeros, 700); // five standard deviations
    }

    private Norms.BatchNorm batchNorm(float[] w, float[] b, float[] mean, float[] variance) {
        return new Norms.BatchNorm(
                manager.create(w),
                manager.create(b),
                manager.create(mean),
                manager.create(variance));
    }
}
