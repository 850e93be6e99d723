package mien.engine.evaluate;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Where a figure goes while something is turned up.
 *
 * @param rho Spearman's rank correlation of both, −1 to 1; 0 where the figure never changes
 * @param first the figure at the lowest setting
 * @param last the figure at the highest one
 */
public record Trend(double rho, double first, double last) {

    /**
     * @param settings rising
     * @param figures one for each
     */
    public static Trend of(double[] settings, double[] figures) {
        return new Trend(
                correlation(ranks(settings), ranks(figures)),
                figures[0],
                figures[figures.length - 1]);
    }

    /** Whether it rises, as a whole and from end to end. */
    public boolean rises() {
        return rho > 0 && last > first;
    }

    /** Whether it falls, as a whole and from end to end. */
    public boolean falls() {
        return rho < 0 && last < first;
    }

    /** The place of each number among all; equal ones share the mean of theirs. */
    private static double[] ranks(double[] numbers) {
        return Arrays.stream(numbers)
                .map(
                        v -> {
                            long below = Arrays.stream(numbers).filter(w -> w < v).count();
                            long equal = Arrays.stream(numbers).filter(w -> w == v).count();
                            return below + (equal + 1) / 2.0;
                        })
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = DoubleStream.of(a).average().orElse(0);
        double meanB = DoubleStream.of(b).average().orElse(0);
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        double spread = Math.sqrt(squaresA * squaresB);
        return spread == 0 ? 0 : both / spread;
    }
}
