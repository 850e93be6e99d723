package mien.engine.train;

import java.nio.ByteBuffer;

/**
 * Square planes of a record, one after another, read at their own side or a whole fraction of it:
 * each pixel is then the mean of those it covers.
 *
 * @param at the record
 * @param side of the planes as they are kept
 */
record Planes(ByteBuffer at, int side) {

    /** How a kept number is read. */
    @FunctionalInterface
    private interface Element {
        int at(int index);
    }

    /**
     * @param from where the planes begin, in bytes
     * @param planes how many
     * @param to the side wanted
     * @return values over 0 to 1 [planes·to²]
     */
    float[] bytes(int from, int planes, int to) {
        return shrunk(i -> at.get(from + i) & 255, 255, planes, to);
    }

    /** The same of 16-bit numbers over −1 to 1. */
    float[] shorts(int from, int planes, int to) {
        return shrunk(i -> at.getShort(from + 2 * i), Short.MAX_VALUE, planes, to);
    }

    private float[] shrunk(Element element, int most, int planes, int to) {
        int f = side / to;
        float scale = 1f / (f * f * most);
        float[] values = new float[planes * to * to];
        for (int i = 0; i < values.length; i++) {
            int corner = corner(i, to, f);
            int sum = 0;
            for (int y = 0; y < f; y++) {
                for (int x = 0; x < f; x++) {
                    sum += element.at(corner + y * side + x);
                }
            }
            values[i] = sum * scale;
        }
        return values;
    }

    /** Where the top left pixel of element {@code i} of a shrunk stack lies. */
    private int corner(int i, int to, int f) {
        int plane = i / (to * to);
        int row = i / to % to;
        return (plane * side + row * f) * side + i % to * f;
    }

    /** Writes values over 0 to 1 as bytes. */
    static void put(ByteBuffer at, float[] values) {
        for (float v : values) {
            at.put((byte) Math.max(0, Math.min(255, Math.round(v * 255))));
        }
    }
}
