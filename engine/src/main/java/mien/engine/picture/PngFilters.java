package mien.engine.picture;

/**
 * The filters of a PNG row (PNG specification, section 9): of the five the one with the least sum
 * of absolute differences (section 12.8).
 */
final class PngFilters {
    private static final int KINDS = 5;

    private final int step;
    private final byte[][] tried;
    private final byte[] above;

    /**
     * @param length bytes a row
     * @param step bytes a pixel
     */
    PngFilters(int length, int step) {
        this.step = step;
        this.above = new byte[length];
        this.tried = new byte[KINDS][length + 1];
        for (int kind = 0; kind < KINDS; kind++) {
            tried[kind][0] = (byte) kind;
        }
    }

    /** The kind of filter and the filtered row; overwritten by the next call. */
    byte[] best(byte[] row) {
        long least = Long.MAX_VALUE;
        byte[] best = tried[0];
        for (byte[] filtered : tried) {
            long sum = filter(filtered, row);
            if (sum < least) {
                least = sum;
                best = filtered;
            }
        }
        System.arraycopy(row, 0, above, 0, row.length);
        return best;
    }

    private long filter(byte[] out, byte[] row) {
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xff;
            int up = above[i] & 0xff;
            int corner = i < step ? 0 : above[i - step] & 0xff;
            int expected =
                    switch (out[0]) {
                        case 0 -> 0;
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        default -> paeth(left, up, corner);
                    };
            byte difference = (byte) (row[i] - expected);
            out[i + 1] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }

    /** Whichever is nearest to left + up − corner (section 9.4). */
    private static int paeth(int left, int up, int corner) {
        int p = left + up - corner;
        int a = Math.abs(p - left);
        int b = Math.abs(p - up);
        int c = Math.abs(p - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
