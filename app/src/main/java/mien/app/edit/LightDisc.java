package mien.app.edit;

import mien.engine.edit.Direction;

/**
 * Directions on a disc, as a light is grasped: the front half-sphere is the disc of radius 1 as one
 * sees it, the back half-sphere a rim around it, out to {@link #RIM}.
 *
 * @param x to the right
 * @param y up
 */
public record LightDisc(double x, double y) {

    /** The radius of "straight behind". */
    public static final double RIM = 1.35;

    private static final double BEHIND = RIM - 1;

    /** Where a direction lies; straight behind is put at the top of the rim. */
    public static LightDisc of(Direction direction) {
        double[] v = direction.vector();
        double flat = Math.hypot(v[0], v[1]);
        if (v[2] >= 0) {
            return new LightDisc(v[0], v[1]);
        }
        double past = Math.acos(Math.max(-1, v[2])) / (Math.PI / 2) - 1; // 0 at the side, 1 behind
        double r = 1 + BEHIND * past;
        return flat < 1e-9 ? new LightDisc(0, r) : new LightDisc(v[0] / flat * r, v[1] / flat * r);
    }

    /** The direction of this point; points beyond the rim count as on it. */
    public Direction direction() {
        double r = Math.hypot(x, y);
        if (r <= 1) {
            return Direction.of(x, y, Math.sqrt(1 - r * r));
        }
        double angle = (1 + Math.min(1, (r - 1) / BEHIND)) * Math.PI / 2; // from the camera
        double flat = Math.sin(angle);
        return Direction.of(x / r * flat, y / r * flat, Math.cos(angle));
    }

    /** Whether the light comes from behind. */
    public boolean behind() {
        return Math.hypot(x, y) > 1;
    }

    /**
     * The direction some degrees further round and up; the poles and the seam behind are not
     * passed.
     */
    public static Direction turned(Direction from, double azimuth, double elevation) {
        return new Direction(
                Math.max(-180, Math.min(180, from.azimuth() + azimuth)),
                Math.max(-90, Math.min(90, from.elevation() + elevation)));
    }
}
