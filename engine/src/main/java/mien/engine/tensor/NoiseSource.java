package mien.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;

/**
 * Standard normal noise from a seed. The numbers are made on the host from a counter, so a seed
 * gives the same noise on every device and for every thread count; draws follow one another in the
 * order they are asked for.
 */
public final class NoiseSource {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** Even, so that a piece begins with a pair; smaller ones are not worth another thread. */
    private static final int PIECE = 4096;

    private long state;

    public NoiseSource(long seed) {
        state = mix(seed + GOLDEN_GAMMA);
    }

    /** An independent source for part {@code index} of a larger job with the same seed. */
    public static NoiseSource of(long seed, long index) {
        return new NoiseSource(mix(seed) ^ mix(~index * GOLDEN_GAMMA));
    }

    /** The next {@code count} normal numbers, by Box and Muller's transform. */
    public float[] normal(int count) {
        float[] values = new float[count];
        long before = state;
        int pieces = (count + PIECE - 1) / PIECE;
        IntStream pieceNumbers = IntStream.range(0, pieces);
        (pieces > 1 ? pieceNumbers.parallel() : pieceNumbers)
                .forEach(
                        piece -> {
                            int from = piece * PIECE;
                            int to = Math.min(count, from + PIECE);
                            fill(values, from, to, before + from * GOLDEN_GAMMA);
                        });
        state = before + (count + 1L) / 2 * 2 * GOLDEN_GAMMA;
        return values;
    }

    /** Two numbers of two uniform ones: number i begins i counts after the first. */
    private static void fill(float[] values, int from, int to, long before) {
        long at = before;
        for (int i = from; i < to; i += 2) {
            at += GOLDEN_GAMMA;
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(mix(at))));
            at += GOLDEN_GAMMA;
            double angle = 2 * StrictMath.PI * unit(mix(at));
            values[i] = (float) (radius * StrictMath.cos(angle));
            if (i + 1 < to) {
                values[i + 1] = (float) (radius * StrictMath.sin(angle));
            }
        }
    }

    /** A normal array of the given shape, float32. */
    public NDArray normal(NDManager manager, Shape shape) {
        return manager.create(normal((int) shape.size()), shape);
    }

    /** A normal array shaped like x and living beside it. */
    public NDArray like(NDArray x) {
        return normal(x.getManager(), x.getShape());
    }

    /** The next uniform number in [0, 1). */
    public double uniform() {
        return unit(next());
    }

    /** The next integer in [0, bound). */
    public int integer(int bound) {
        return (int) (uniform() * bound);
    }

    private static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Steele et al. 2014, SplitMix64's finaliser. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
