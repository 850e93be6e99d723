package mien.engine.flame.head;

/**
 * The sculpture: a signed distance (negative inside) of an average head, smooth unions of
 * ellipsoids and capsules. Centimetres; x to the person's left, y up from the eye line, z toward
 * the viewer from the ear canals. Symmetric in x.
 */
final class HeadField {
    static final double EYE_X = 3.12;
    static final double EYE_Z = 7.25;
    static final double EYE_RADIUS = 1.2;
    static final double LID_RADIUS = 1.36;

    private HeadField() {}

    /** Signed distance at a point, approximate but zero exactly on the surface. */
    static double distance(double sx, double y, double z) {
        double x = Math.abs(sx);
        double skull = ellipsoid(x, y - 3.9, z + 1.0, 7.35, 7.6, 9.2);
        skull = union(skull, ellipsoid(x, y - 4.3, z - 2.0, 6.3, 5.4, 7.0), 2.0);
        double face = ellipsoid(x, y + 2.4, z - 2.2, 6.15, 7.4, 6.5);
        double d = union(skull, face, 2.2);
        d = union(d, ellipsoid(x - 4.1, y + 2.3, z - 5.2, 2.2, 1.9, 2.3), 2.4); // cheekbone
        d = union(d, ellipsoid(x - 2.9, y + 5.5, z - 4.6, 2.5, 3.0, 3.2), 2.6); // cheek
        d = union(d, ellipsoid(x, y + 7.4, z - 4.0, 4.0, 4.0, 5.2), 2.0); // lower face
        d = union(d, capsule(x, y, z, 4.2, -6.3, 0.8, 0.8, -10.1, 7.4, 1.2, 1.25), 2.2); // jaw
        d = union(d, ellipsoid(x, y + 10.1, z - 8.3, 1.9, 1.35, 1.45), 1.5); // chin
        d = union(d, ellipsoid(x, y + 6.6, z - 6.9, 2.9, 2.5, 2.75), 1.6); // muzzle
        double neck = capsule(x, y, z, 0, -7.0, -2.3, 0, -20, -3.4, 4.5, 5.1);
        neck = union(neck, capsule(x, y, z, 0.6, -21, 1.0, 4.6, -4, -1.6, 1.0, 1.0), 1.6);
        d = union(d, neck, 1.7);
        d = union(d, ellipsoid(x, y + 23.5, z + 3.2, 15, 5, 5.5), 4.0); // trapezius
        d = union(d, capsule(x, y, z, 0.0, 1.5, 7.75, 3.9, 1.75, 6.65, 1.15, 1.05), 1.1); // brow
        d = carve(d, ellipsoid(x - 3.2, y + 0.25, z - 9.7, 1.95, 1.25, 1.75), 0.9); // socket
        d = union(d, nose(x, y, z), 0.9);
        d =
                carve(
                        d,
                        capsule(x, y, z, 0.0, -5.6, 10.35, 0.0, -6.1, 10.55, 0.4, 0.4),
                        0.6); // philtrum
        double lid = length(x - EYE_X, y, z - EYE_Z) - LID_RADIUS;
        d = union(d, lid, 0.35);
        return union(d, lips(x, y, z), 0.35);
    }

    private static double nose(double x, double y, double z) {
        double d = capsule(x, y, z, 0, 0.9, 7.45, 0, -3.1, 9.35, 1.1, 1.55);
        d = union(d, length(x, y + 3.6, z - 10.35) - 1.15, 0.9);
        d = union(d, ellipsoid(x - 1.15, y + 4.0, z - 9.4, 0.74, 0.74, 1.05), 0.5); // wing
        return union(d, capsule(x, y, z, 0, -4.1, 10.2, 0, -4.75, 9.6, 0.45, 0.4), 0.5);
    }

    private static double lips(double x, double y, double z) {
        double up = capsule(x, y, z, 0.4, -6.45, 9.55, 2.3, -6.93, 8.5, 0.5, 0.22);
        up = union(up, length(x, y + 6.6, z - 9.62) - 0.38, 0.3);
        double low = capsule(x, y, z, 0, -7.5, 9.4, 2.0, -7.1, 8.5, 0.58, 0.28);
        return Math.min(up, low);
    }

    /**
     * Distance along a ray that starts inside, in direction (dx, dy, dz) of unit length, to the
     * surface.
     */
    static double cast(double oy, double dx, double dy, double dz) {
        double t = 1.5;
        double last = t;
        for (int i = 0; i < 80; i++) {
            double d = distance(t * dx, oy + t * dy, t * dz);
            if (d >= 0) {
                break;
            }
            last = t;
            t += Math.max(0.06, -0.75 * d);
        }
        double lo = last;
        double hi = t;
        for (int i = 0; i < 9; i++) {
            double m = 0.5 * (lo + hi);
            if (distance(m * dx, oy + m * dy, m * dz) < 0) {
                lo = m;
            } else {
                hi = m;
            }
        }
        return 0.5 * (lo + hi);
    }

    /** Openness in [0, 1]: 1 = the sky is free, less in creases (ambient occlusion). */
    static double openness(double x, double y, double z, double nx, double ny, double nz) {
        double hidden = 0;
        double weight = 1;
        for (double s = 0.3; s < 3; s *= 2) {
            double d = distance(x + s * nx, y + s * ny, z + s * nz);
            hidden += weight * Math.max(0, s - d) / s;
            weight *= 0.6;
        }
        return Math.max(0, Math.min(1, 1 - 0.62 * hidden));
    }

    static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static double ellipsoid(double x, double y, double z, double a, double b, double c) {
        double k0 = length(x / a, y / b, z / c);
        double k1 = length(x / (a * a), y / (b * b), z / (c * c));
        return k1 < 1e-9 ? -Math.min(a, Math.min(b, c)) : k0 * (k0 - 1) / k1;
    }

    private static double capsule(
            double x,
            double y,
            double z,
            double ax,
            double ay,
            double az,
            double bx,
            double by,
            double bz,
            double ra,
            double rb) {
        double ux = bx - ax;
        double uy = by - ay;
        double uz = bz - az;
        double t = ((x - ax) * ux + (y - ay) * uy + (z - az) * uz) / (ux * ux + uy * uy + uz * uz);
        t = Math.max(0, Math.min(1, t));
        return length(x - ax - t * ux, y - ay - t * uy, z - az - t * uz) - (ra + t * (rb - ra));
    }

    private static double union(double a, double b, double k) {
        double h = Math.max(k - Math.abs(a - b), 0) / k;
        return Math.min(a, b) - h * h * k * 0.25;
    }

    private static double carve(double a, double b, double k) {
        return -union(-a, b, k);
    }
}
