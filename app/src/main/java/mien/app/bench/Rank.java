package mien.app.bench;

/** Ranks among measurements. */
public final class Rank {

    private Rank() {}

    /**
     * The smallest value that a part of all values does not exceed.
     *
     * @param sorted at least one, the smallest first
     * @param part 0 to 1
     */
    public static double of(double[] sorted, double part) {
        return sorted[(int) Math.max(0, Math.ceil(part * sorted.length) - 1)];
    }
}
