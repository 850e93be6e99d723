package mien.engine.edit.relight;

/**
 * Where the eyes look, within the head. Both eyes turn alike, so that a squint or the distance
 * looked at stays.
 *
 * @param base axis-angle vectors of the left and the right eye found in the picture, radians [6]
 * @param horizontal degrees, mean of both eyes; positive: to the right of the picture
 * @param vertical degrees, mean of both eyes; positive: up
 */
public record Gaze(Coefficients base, double horizontal, double vertical) {

    /** The gaze of both eyes' axis-angle vectors, radians. */
    public static Gaze of(Coefficients base) {
        double[] left = angles(base, 0);
        double[] right = angles(base, 3);
        return new Gaze(base, (left[0] + right[0]) / 2, (left[1] + right[1]) / 2);
    }

    public Gaze withHorizontal(double degrees) {
        return new Gaze(base, degrees, vertical);
    }

    public Gaze withVertical(double degrees) {
        return new Gaze(base, horizontal, degrees);
    }

    /** The axis-angle vectors FLAME takes, radians [6]; the base itself where nothing was moved. */
    public float[] vectors() {
        Gaze found = of(base);
        if (equals(found)) {
            return base.array();
        }
        float[] eyes = new float[6];
        for (int eye = 0; eye < 6; eye += 3) {
            double[] was = angles(base, eye);
            double[] aim =
                    aim(was[0] + horizontal - found.horizontal, was[1] + vertical - found.vertical);
            double[] turn = Turns.product(aim, Turns.transposed(aim(was[0], was[1])));
            double[] r = Turns.axisAngle(Turns.product(turn, matrix(base, eye)));
            for (int i = 0; i < 3; i++) {
                eyes[eye + i] = (float) r[i];
            }
        }
        return eyes;
    }

    private static double[] aim(double horizontalDegrees, double verticalDegrees) {
        return Turns.product(
                Turns.aboutY(Math.toRadians(horizontalDegrees)),
                Turns.aboutX(-Math.toRadians(verticalDegrees)));
    }

    /** Horizontal and vertical degrees of one eye's view, the turned z axis. */
    private static double[] angles(Coefficients base, int eye) {
        double[] r = matrix(base, eye);
        return new double[] {
            Math.toDegrees(Math.atan2(r[2], r[8])),
            Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, r[5]))))
        };
    }

    private static double[] matrix(Coefficients base, int eye) {
        return Turns.matrix(base.at(eye), base.at(eye + 1), base.at(eye + 2));
    }
}
