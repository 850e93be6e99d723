package mien.engine.evaluate.bench;

import java.util.Arrays;

/** Times of one piece of work, milliseconds. */
final class Times {

    private final double[] sorted;

    private Times(double[] times) {
        sorted = times.clone();
        Arrays.sort(sorted);
    }

    /**
     * @param times milliseconds, at least one
     */
    static Times of(double... times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("there are no times");
        }
        return new Times(times);
    }

    /**
     * Runs the work a few times to warm up, then measures it.
     *
     * @param warmUp times it runs before
     * @param runs times it is measured
     */
    static Times measured(int warmUp, int runs, Runnable work) {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = since(start);
        }
        return new Times(times);
    }

    /** Milliseconds since a moment of {@link System#nanoTime}. */
    static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** The same divided among so many parts of the work. */
    Times per(int parts) {
        return new Times(Arrays.stream(sorted).map(t -> t / parts).toArray());
    }

    double p50() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(0.95);
    }

    /** Linear between the two nearest times. */
    private double quantile(double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
