package mien.engine.picture.export;

/** Runs of equal bytes, as Apple packed them (TIFF 6.0, section 9). */
final class PackBits {
    private static final int LONGEST = 128;

    private PackBits() {}

    /** The most bytes that a number of bytes may take. */
    static int bound(int length) {
        return length + (length + LONGEST - 1) / LONGEST + 1;
    }

    /**
     * @param out of at least {@link #bound} bytes
     * @return how many were used
     */
    static int pack(byte[] in, int length, byte[] out) {
        int o = 0;
        int i = 0;
        while (i < length) {
            int run = run(in, i, length);
            if (run > 1) {
                out[o++] = (byte) (1 - run);
                out[o++] = in[i];
                i += run;
            } else {
                int from = i;
                do {
                    i++;
                } while (i < length && i - from < LONGEST && run(in, i, length) < 3);
                out[o++] = (byte) (i - from - 1);
                System.arraycopy(in, from, out, o, i - from);
                o += i - from;
            }
        }
        return o;
    }

    /** How many equal bytes begin here, at most {@value #LONGEST}. */
    private static int run(byte[] in, int from, int length) {
        int end = Math.min(length, from + LONGEST);
        int i = from + 1;
        while (i < end && in[i] == in[from]) {
            i++;
        }
        return i - from;
    }
}
