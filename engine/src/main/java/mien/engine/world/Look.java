package mien.engine.world;

import mien.engine.flame.FlameCode;

/**
 * How a person is seen. Angles are radians and follow {@link Turn}. The arrays are not copied; do
 * not write to them.
 *
 * @param expression coefficients of the built-in head's expressions
 * @param jaw how far the jaw opens, radians
 * @param gaze the eyes' yaw and pitch within the head [2]
 * @param head the head's yaw, pitch, roll [3]
 * @param light 27 light numbers
 * @param scale the camera's scale s, picture half-widths a metre
 * @param centreX where the point between eyes and mouth is kept, -1 to 1, right
 * @param centreY the same, up
 * @param backdrop what stands behind
 * @param backdropSeed which one of its kind
 */
public record Look(
        float[] expression,
        float jaw,
        float[] gaze,
        float[] head,
        float[] light,
        float scale,
        float centreX,
        float centreY,
        Backdrop backdrop,
        int backdropSeed) {
    public Look {
        if (gaze.length != 2 || head.length != 3 || light.length != FlameCode.LIGHT) {
            throw new IllegalArgumentException(
                    "A look needs 2 gaze angles, 3 head angles and 27 light numbers, but got %d, %d and %d."
                            .formatted(gaze.length, head.length, light.length));
        }
    }

    /**
     * @param seed the person's seed
     * @param index 0, 1, 2 …
     * @return one of that person's looks
     */
    public static Look of(long seed, int index) {
        return Directing.look(seed, index);
    }

    /**
     * @param person the person
     * @param index 0, 1, 2 …
     * @return one of that person's looks
     */
    public static Look of(Identity person, int index) {
        return Directing.look(person.seed(), index);
    }

    /**
     * @param other whose expression and jaw to take
     * @return this look with them
     */
    public Look withExpressionOf(Look other) {
        return withExpression(other.expression, other.jaw);
    }

    /**
     * @param newExpression coefficients
     * @param newJaw radians
     * @return this look with another expression
     */
    public Look withExpression(float[] newExpression, float newJaw) {
        return new Look(
                newExpression,
                newJaw,
                gaze,
                head,
                light,
                scale,
                centreX,
                centreY,
                backdrop,
                backdropSeed);
    }

    /**
     * @param yaw the eyes' yaw
     * @param pitch the eyes' pitch
     * @return this look with another gaze
     */
    public Look withGaze(float yaw, float pitch) {
        return new Look(
                expression,
                jaw,
                new float[] {yaw, pitch},
                head,
                light,
                scale,
                centreX,
                centreY,
                backdrop,
                backdropSeed);
    }

    /**
     * @param yaw the head's yaw
     * @param pitch its pitch
     * @param roll its roll
     * @return this look with the head turned; the face stays where it is in the picture
     */
    public Look withHead(float yaw, float pitch, float roll) {
        return new Look(
                expression,
                jaw,
                gaze,
                new float[] {yaw, pitch, roll},
                light,
                scale,
                centreX,
                centreY,
                backdrop,
                backdropSeed);
    }

    /**
     * @param newLight 27 light numbers
     * @return this look in another light
     */
    public Look withLight(float[] newLight) {
        return new Look(
                expression,
                jaw,
                gaze,
                head,
                newLight,
                scale,
                centreX,
                centreY,
                backdrop,
                backdropSeed);
    }
}
