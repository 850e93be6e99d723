package mien.engine.picture;

import java.util.Arrays;

/**
 * One byte a pixel: a mask (0 or 255, soft between) or class numbers.
 *
 * @param width columns
 * @param height rows
 * @param values width·height unsigned bytes, row-major
 */
public record Mask(int width, int height, byte[] values) {
    public Mask {
        if (width < 1 || height < 1 || (long) width * height != values.length) {
            throw new IllegalArgumentException(
                    "A mask of %d × %d needs %d bytes, but got %d."
                            .formatted(width, height, (long) width * height, values.length));
        }
    }

    /** Of the same size with the same values. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Mask m
                        && width == m.width
                        && height == m.height
                        && Arrays.equals(values, m.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(values);
    }

    /**
     * @param x column
     * @param y row
     * @return the unsigned value, 0 to 255
     */
    public int at(int x, int y) {
        return values[y * width + x] & 0xff;
    }

    /**
     * @return the mask as an opaque grey picture
     */
    public Picture picture() {
        int[] argb = new int[values.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | (values[i] & 0xff) * 0x010101;
        }
        return new Picture(width, height, argb);
    }
}
