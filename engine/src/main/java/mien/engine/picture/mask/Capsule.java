package mien.engine.picture.mask;

/**
 * The way of a round tip from one point to another, its size and strength changing evenly.
 *
 * @param ax where it begins
 * @param ay where it begins
 * @param dx how far it goes
 * @param dy how far it goes
 * @param radii at the beginning and the end
 * @param strengths at the beginning and the end, 0 to 1
 */
record Capsule(double ax, double ay, double dx, double dy, double[] radii, double[] strengths) {

    static Capsule of(PointerSample a, PointerSample b, Brush brush) {
        return new Capsule(
                a.x(),
                a.y(),
                b.x() - a.x(),
                b.y() - a.y(),
                new double[] {brush.radius(a.pressure()), brush.radius(b.pressure())},
                new double[] {brush.strength(a.pressure()), brush.strength(b.pressure())});
    }

    /** How far it reaches from its middle line. */
    double reach() {
        return BrushTip.reach(Math.max(radii[0], radii[1]));
    }

    /** Whether it surely does not touch a square. */
    boolean misses(int x, int y, int side) {
        double cx = x + side / 2.0 - ax;
        double cy = y + side / 2.0 - ay;
        double t = along(cx, cy);
        return Math.hypot(cx - t * dx, cy - t * dy) > reach() + side * Math.sqrt(0.5);
    }

    private double along(double x, double y) {
        double length = dx * dx + dy * dy;
        return length == 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
    }

    /**
     * Raises the coverage of a tile to that of this capsule.
     *
     * @param x the tile's left column
     * @param y the tile's top row
     */
    void cover(int x, int y, byte[] cover, BrushTip tip) {
        boolean even = radii[0] == radii[1] && strengths[0] == strengths[1];
        float reach = (float) BrushTip.reach(radii[0]);
        float scale = 1 / (reach * reach);
        float strength = (float) strengths[0];
        double length = dx * dx + dy * dy;
        float ux = length == 0 ? 0 : (float) (dx / length);
        float uy = length == 0 ? 0 : (float) (dy / length);
        float fx = (float) dx;
        float fy = (float) dy;
        for (int row = 0; row < Tile.SIDE; row++) {
            float py = (float) (y + row + 0.5 - ay);
            float px = (float) (x + 0.5 - ax);
            int i = row * Tile.SIDE;
            for (int end = i + Tile.SIDE; i < end; i++, px++) {
                float t = Math.max(0, Math.min(1, px * ux + py * uy));
                float ex = px - t * fx;
                float ey = py - t * fy;
                float squared = ex * ex + ey * ey;
                if (!even) {
                    reach = (float) BrushTip.reach(radii[0] + t * (radii[1] - radii[0]));
                    scale = 1 / (reach * reach);
                    strength = (float) (strengths[0] + t * (strengths[1] - strengths[0]));
                }
                float q = squared * scale;
                if (q < 1) {
                    int level = (int) (tip.level(q) * strength + 0.5f);
                    if (level > (cover[i] & 0xff)) {
                        cover[i] = (byte) level;
                    }
                }
            }
        }
    }
}
