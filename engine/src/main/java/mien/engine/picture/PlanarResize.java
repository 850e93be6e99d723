package mien.engine.picture;

/** Resizing of float planes in PyTorch's arithmetic, without anything against aliasing. */
public final class PlanarResize {
    private PlanarResize() {}

    /**
     * Which pixel stands for each new one: ⌊i·from/to⌋.
     *
     * @param from pixels along an axis
     * @param to pixels wanted
     * @return a position below {@code from} for each new pixel
     */
    public static int[] nearest(int from, int to) {
        float scale = (float) from / to;
        int[] source = new int[to];
        for (int i = 0; i < to; i++) {
            source[i] = Math.min(from - 1, (int) (i * scale));
        }
        return source;
    }

    /**
     * Linear interpolation between pixel centres (align_corners off), the border continued.
     *
     * @param planes C planes of [height·width]
     * @param width columns
     * @param height rows
     * @param newWidth columns wanted
     * @param newHeight rows wanted
     * @return C planes of [newHeight·newWidth]
     */
    public static float[] bilinear(
            float[] planes, int width, int height, int newWidth, int newHeight) {
        int count = planes.length / (width * height);
        float[] out = new float[count * newWidth * newHeight];
        float[] xs = positions(width, newWidth);
        float[] ys = positions(height, newHeight);
        int o = 0;
        for (int c = 0; c < count; c++) {
            int plane = c * width * height;
            for (float y : ys) {
                int row1 = plane + (int) y * width;
                int row2 = plane + Math.min((int) y + 1, height - 1) * width;
                float dy = y - (int) y;
                for (float x : xs) {
                    int x1 = (int) x;
                    int x2 = Math.min(x1 + 1, width - 1);
                    float dx = x - x1;
                    float above = (1 - dx) * planes[row1 + x1] + dx * planes[row1 + x2];
                    float below = (1 - dx) * planes[row2 + x1] + dx * planes[row2 + x2];
                    out[o++] = (1 - dy) * above + dy * below;
                }
            }
        }
        return out;
    }

    private static float[] positions(int from, int to) {
        float scale = (float) from / to;
        float[] positions = new float[to];
        for (int i = 0; i < to; i++) {
            positions[i] = Math.max(0, scale * (i + 0.5f) - 0.5f);
        }
        return positions;
    }
}
