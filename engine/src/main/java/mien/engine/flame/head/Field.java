package mien.engine.flame.head;

/**
 * A way the sculpture can bend: the offset in centimetres of the skin point (x, y, z), which lies
 * on {@code side} (+1 above the mouth line, -1 below it, 0 at the corners).
 */
@FunctionalInterface
interface Field {
    void bend(double x, double y, double z, int side, double[] d);

    /** Bell around (cx, cy, cz) on both halves of the face; r is where it has fallen to 0.37. */
    static double bell(double x, double y, double z, double cx, double cy, double cz, double r) {
        double ax = Math.abs(x) - cx;
        double by = y - cy;
        double bz = z - cz;
        return Math.exp(-(ax * ax + by * by + bz * bz) / (r * r));
    }

    /** Plateau around an eye: 1 out to 1.7 cm, 0 from 3.2 cm. */
    static double eye(double x, double y, double z) {
        double ax = Math.abs(x) - HeadField.EYE_X;
        double bz = z - HeadField.EYE_Z - 0.6;
        double r = Math.sqrt(ax * ax + y * y + 0.4 * bz * bz);
        return step(3.2, 1.6, r);
    }

    static double step(double from, double to, double v) {
        double t = Math.max(0, Math.min(1, (v - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
