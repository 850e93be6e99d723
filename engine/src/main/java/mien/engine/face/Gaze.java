package mien.engine.face;

/**
 * Where an eye looks (reference diffface.md §8.3).
 *
 * @param pitch upwards, in radians
 * @param yaw sideways, in radians
 */
public record Gaze(double pitch, double yaw) {
    /** The angles of a direction of any length. */
    public static Gaze of(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new Gaze(Math.asin(y / length), Math.atan2(x, z));
    }

    /**
     * The same gaze in a picture that was turned.
     *
     * @param roll by how much, clockwise as the picture is seen, radians
     */
    public Gaze turned(double roll) {
        double[] v = vector(); // x right, y up
        double x = v[0] * Math.cos(roll) + v[1] * Math.sin(roll);
        double y = v[1] * Math.cos(roll) - v[0] * Math.sin(roll);
        return of(x, y, v[2]);
    }

    /** The unit direction: x, y, z. */
    public double[] vector() {
        return new double[] {
            Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch), Math.cos(pitch) * Math.cos(yaw)
        };
    }

    /** The angle between two gazes in degrees. */
    public double degreesFrom(Gaze other) {
        double[] a = vector();
        double[] b = other.vector();
        double cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }
}
