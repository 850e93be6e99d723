package mien.engine.edit.relight;

/**
 * How far the mouth stands open.
 *
 * @param base the jaw's axis-angle vector found in the picture, radians [3]; its sideways parts
 *     stay
 * @param degrees 0 shut, positive open
 */
public record Jaw(Coefficients base, double degrees) {

    /** The jaw of an axis-angle vector, radians. */
    public static Jaw of(Coefficients base) {
        return new Jaw(base, Math.toDegrees(base.at(0)));
    }

    public Jaw withDegrees(double newDegrees) {
        return new Jaw(base, newDegrees);
    }

    /** The axis-angle vector FLAME takes, radians [3]. */
    public float[] vector() {
        return new float[] {(float) Math.toRadians(degrees), base.at(1), base.at(2)};
    }
}
