package mien.engine.picture.mask;

import mien.engine.picture.Region;

/**
 * Bytes of a rectangle.
 *
 * @param values row-major
 */
record Plane(int width, int height, byte[] values) {

    Plane inverted() {
        byte[] out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ~values[i]; // 255 − v
        }
        return new Plane(width, height, out);
    }

    /**
     * A part as large as a region.
     *
     * @param x its left column
     * @param y its top row
     */
    byte[] part(int x, int y, Region size, boolean inverted) {
        byte[] out = new byte[size.width() * size.height()];
        int turn = inverted ? 0xff : 0;
        for (int row = 0; row < size.height(); row++) {
            int from = (y + row) * width + x;
            for (int i = 0; i < size.width(); i++) {
                out[row * size.width() + i] = (byte) (values[from + i] ^ turn);
            }
        }
        return out;
    }
}
