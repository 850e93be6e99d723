package mien.engine.train;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far two looks of the same people are alike, and looks of different ones.
 *
 * @param first unit vectors of one look [P][D]
 * @param second unit vectors of another look of the same people [P][D]
 */
record Likeness(float[][] first, float[][] second) {

    /** The cosine of two pictures. */
    private double cosine(int a, int b) {
        double sum = 0;
        for (int k = 0; k < first[a].length; k++) {
            sum += (double) first[a][k] * second[b][k];
        }
        return sum;
    }

    /** Whose first look is nearest to a person's second. */
    int nearest(int person) {
        int best = 0;
        for (int a = 1; a < first.length; a++) {
            if (cosine(a, person) > cosine(best, person)) {
                best = a;
            }
        }
        return best;
    }

    /**
     * Mean cosines of same and different people, the share of people whose first look is the
     * nearest to their second, and the share of pairs judged rightly by the best threshold, same
     * and different pairs weighing alike.
     *
     * @param prefix of the names
     * @param more further figures to put beside them
     */
    Map<String, Double> figures(String prefix, Map<String, Double> more) {
        int n = first.length;
        double[] same = new double[n];
        double[] different = new double[n * (n - 1)];
        int at = 0;
        int found = 0;
        for (int b = 0; b < n; b++) {
            for (int a = 0; a < n; a++) {
                if (a == b) {
                    same[a] = cosine(a, b);
                } else {
                    different[at++] = cosine(a, b);
                }
            }
            found += nearest(b) == b ? 1 : 0;
        }
        Map<String, Double> all = new TreeMap<>(more);
        all.put(prefix + "same", Arrays.stream(same).average().orElse(0));
        all.put(prefix + "different", Arrays.stream(different).average().orElse(0));
        all.put(prefix + "rank1", (double) found / n);
        all.put(prefix + "accuracy", accuracy(same, different));
        return all;
    }

    private static double accuracy(double[] same, double[] different) {
        double[] sorted = different.clone();
        Arrays.sort(sorted);
        double best = 0;
        for (double threshold : same) {
            double accepted =
                    (double) Arrays.stream(same).filter(c -> c >= threshold).count() / same.length;
            int below = Arrays.binarySearch(sorted, threshold);
            double refused = (double) (below < 0 ? -below - 1 : below) / sorted.length;
            best = Math.max(best, (accepted + refused) / 2);
        }
        return best;
    }
}
