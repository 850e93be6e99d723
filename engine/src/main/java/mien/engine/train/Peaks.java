package mien.engine.train;

/**
 * Heat maps with one peak each: e^(−d²/2σ²), d pixels from a point.
 *
 * @param width of a map
 * @param height of a map
 * @param sigma σ, pixels
 */
record Peaks(int width, int height, double sigma) {

    /**
     * @param points x and y in pixels of a map, the first one's middle at 0 [L·2]; one far outside
     *     leaves its map empty
     * @param maps where to write [L·height·width] from {@code at} on
     */
    void write(float[] points, float[] maps, int at) {
        for (int k = 0; k < points.length / 2; k++) {
            for (int i = 0; i < width * height; i++) {
                double dx = i % width - points[2 * k];
                double dy = i / width - points[2 * k + 1];
                double d = dx * dx + dy * dy;
                maps[at + k * width * height + i] =
                        d > 16 * sigma * sigma ? 0 : (float) Math.exp(-d / (2 * sigma * sigma));
            }
        }
    }
}
