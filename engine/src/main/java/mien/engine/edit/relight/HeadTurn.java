package mien.engine.edit.relight;

/**
 * How the head is turned. Degrees, as seen in the picture; the yaw is applied last (R =
 * yaw·pitch·roll).
 *
 * @param base the axis-angle vector found in the picture, radians [3]
 * @param yaw positive: the face turns to the right of the picture
 * @param pitch positive: the chin goes up
 * @param roll positive: the head tips to the right of the picture
 */
public record HeadTurn(Coefficients base, double yaw, double pitch, double roll) {

    /** The turn of an axis-angle vector, radians. */
    public static HeadTurn of(Coefficients base) {
        double[] r = Turns.matrix(base.at(0), base.at(1), base.at(2));
        double x = Math.asin(Math.max(-1, Math.min(1, -r[5])));
        return new HeadTurn(
                base,
                Math.toDegrees(Math.atan2(r[2], r[8])),
                -Math.toDegrees(x),
                -Math.toDegrees(Math.atan2(r[3], r[4])));
    }

    public HeadTurn withYaw(double degrees) {
        return new HeadTurn(base, degrees, pitch, roll);
    }

    public HeadTurn withPitch(double degrees) {
        return new HeadTurn(base, yaw, degrees, roll);
    }

    public HeadTurn withRoll(double degrees) {
        return new HeadTurn(base, yaw, pitch, degrees);
    }

    /** The axis-angle vector FLAME takes, radians [3]; the base itself where no angle was moved. */
    public float[] vector() {
        if (equals(of(base))) {
            return base.array();
        }
        double[] upright =
                Turns.product(
                        Turns.aboutX(-Math.toRadians(pitch)), Turns.aboutZ(-Math.toRadians(roll)));
        double[] r = Turns.axisAngle(Turns.product(Turns.aboutY(Math.toRadians(yaw)), upright));
        return new float[] {(float) r[0], (float) r[1], (float) r[2]};
    }
}
