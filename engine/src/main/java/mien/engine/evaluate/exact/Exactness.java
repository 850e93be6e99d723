package mien.engine.evaluate.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import mien.engine.evaluate.machine.Threads;
import mien.engine.tensor.Precision;

/**
 * Runs subjects again and again, with one thread and with several, and compares the numbers.
 *
 * @param runs with each number of threads, at least 2
 * @param threads the larger number of threads
 */
public record Exactness(int runs, int threads) {

    private static final double PEAK = 2; // of pictures in [−1, 1]

    public Exactness {
        if (runs < 2 || threads < 2) {
            throw new IllegalArgumentException(
                    "comparing takes at least two runs and two threads, not %d and %d"
                            .formatted(runs, threads));
        }
    }

    /** A subject in float32, bfloat16 and float16. */
    public List<Finding> of(Subject subject) {
        float[] exact = with(threads, () -> subject.run().apply(Precision.FLOAT32));
        List<Finding> found = new ArrayList<>();
        for (Precision p : List.of(Precision.FLOAT32, Precision.BFLOAT16, Precision.FLOAT16)) {
            found.add(compared(subject, p, exact));
        }
        return found;
    }

    private Finding compared(Subject subject, Precision precision, float[] exact) {
        Supplier<float[]> run = () -> subject.run().apply(precision);
        List<float[]> several = with(threads, () -> repeated(run));
        List<float[]> alone = with(1, () -> repeated(run));
        float[] one = alone.get(0);
        float[] all = several.get(0);
        double off = length(difference(all, exact));
        return new Finding(
                subject.name(),
                subject.what(),
                precision.label(),
                runs,
                same(several) && same(alone),
                Arrays.equals(one, all),
                largest(difference(one, all)),
                off / length(exact),
                subject.picture() && off > 0
                        ? OptionalDouble.of(20 * Math.log10(PEAK * Math.sqrt(exact.length) / off))
                        : OptionalDouble.empty());
    }

    private List<float[]> repeated(Supplier<float[]> run) {
        List<float[]> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            all.add(run.get());
        }
        return all;
    }

    private static <T> T with(int threads, Supplier<T> work) {
        int before = Threads.use(threads);
        try {
            return work.get();
        } finally {
            Threads.use(before);
        }
    }

    private static boolean same(List<float[]> all) {
        return all.stream().allMatch(one -> Arrays.equals(one, all.get(0)));
    }

    private static float[] difference(float[] a, float[] b) {
        float[] d = new float[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return d;
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float v : values) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    private static double length(float[] values) {
        double squares = 0;
        for (float v : values) {
            squares += (double) v * v;
        }
        return Math.sqrt(squares);
    }
}
