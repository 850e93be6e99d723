package mien.engine.train;

import mien.engine.picture.Homography;

/**
 * A rectangle cut out of square planes, bilinear.
 *
 * @param width of what is cut, pixels
 * @param height of it
 */
record Patch(int width, int height) {

    /**
     * @param planes [C·side²]
     * @param side of the planes
     * @param from takes a pixel of the patch to its place in the planes; the first pixels' middles
     *     are at 0 on both sides
     * @return [C·height·width], 0 where it comes from outside
     */
    float[] of(float[] planes, int side, Homography from) {
        int plane = side * side;
        int pixels = width * height;
        int count = planes.length / plane;
        float[] out = new float[count * pixels];
        for (int i = 0; i < pixels; i++) {
            int column = i % width;
            int row = i / width;
            double w = from.w(column, row);
            double sx = from.x(column, row) / w;
            double sy = from.y(column, row) / w;
            int x = (int) Math.floor(sx);
            int y = (int) Math.floor(sy);
            if (x < -1 || y < -1 || x >= side || y >= side) {
                continue;
            }
            float fx = (float) (sx - x);
            float fy = (float) (sy - y);
            for (int corner = 0; corner < 4; corner++) {
                int px = x + corner % 2;
                int py = y + corner / 2;
                if (px < 0 || py < 0 || px >= side || py >= side) {
                    continue;
                }
                float share = (corner % 2 == 0 ? 1 - fx : fx) * (corner / 2 == 0 ? 1 - fy : fy);
                int at = py * side + px;
                for (int c = 0; c < count; c++) {
                    out[c * pixels + i] += share * planes[c * plane + at];
                }
            }
        }
        return out;
    }

    /**
     * The map of an upright rectangle of the planes, in pixels whose first has its middle at one
     * half, turned about its middle.
     *
     * @param left its left edge
     * @param top its top edge
     * @param wide its width
     * @param high its height
     * @param angle by which it is turned, radians
     */
    Homography rectangle(double left, double top, double wide, double high, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double ax = wide / width;
        double ay = high / height;
        double cx = left + wide / 2 - 0.5;
        double cy = top + high / 2 - 0.5;
        double mx = (width - 1) / 2.0;
        double my = (height - 1) / 2.0;
        return Homography.of(
                cos * ax,
                -sin * ay,
                cx - cos * ax * mx + sin * ay * my,
                sin * ax,
                cos * ay,
                cy - sin * ax * mx - cos * ay * my,
                0,
                0,
                1);
    }
}
