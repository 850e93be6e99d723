package mien.engine.edit;

/**
 * Where something lies seen from the head.
 *
 * @param azimuth degrees round the head: 0 at the camera, 90 at the right edge of the picture, ±180
 *     behind
 * @param elevation degrees above the horizon: 90 overhead, −90 below
 */
public record Direction(double azimuth, double elevation) {

    /** The direction of the camera. */
    public static final Direction CAMERA = new Direction(0, 0);

    public Direction {
        if (!(Math.abs(azimuth) <= 180) || !(Math.abs(elevation) <= 90)) {
            throw new EditException(
                    "A direction has an azimuth of −180 to 180° and an elevation of −90 to 90°, but got %s, %s."
                            .formatted(azimuth, elevation));
        }
    }

    /**
     * The direction of a vector: x to the right of the picture, y up, z to the viewer; not all
     * zero.
     */
    public static Direction of(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new Direction(
                Math.toDegrees(Math.atan2(x, z)),
                Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, y / length)))));
    }

    /** The unit vector: x to the right of the picture, y up, z to the viewer. */
    public double[] vector() {
        double a = Math.toRadians(azimuth);
        double e = Math.toRadians(elevation);
        return new double[] {Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)};
    }
}
