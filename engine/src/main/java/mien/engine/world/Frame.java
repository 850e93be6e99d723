package mien.engine.world;

import mien.engine.flame.Posed;

/**
 * Carries points of the unturned person (centimetres) to where head or torso now are (metres). Both
 * turn about the root joint; the torso follows a part of the head's turn.
 */
final class Frame {
    private static final float FOLLOW_YAW = 0.35f;
    private static final float FOLLOW_ROLL = 0.2f;

    /** The root joint of the unturned head, centimetres. */
    final float[] pivot;

    private final float[] headR;
    private final float[] torsoR;

    Frame(Posed posed, Look look) {
        float[] j = posed.restJoints();
        pivot = new float[] {100 * j[0], 100 * j[1], 100 * j[2]};
        headR = posed.rotations()[0];
        torsoR = Turn.matrix(FOLLOW_YAW * look.head()[0], 0, FOLLOW_ROLL * look.head()[2]);
    }

    /** Undoes the head's turn: metres to centimetres of the unturned head. */
    void toRest(float[] p, int at, float[] out) {
        float x = 100 * p[at] - pivot[0];
        float y = 100 * p[at + 1] - pivot[1];
        float z = 100 * p[at + 2] - pivot[2];
        float[] r = headR;
        out[0] = r[0] * x + r[3] * y + r[6] * z + pivot[0];
        out[1] = r[1] * x + r[4] * y + r[7] * z + pivot[1];
        out[2] = r[2] * x + r[5] * y + r[8] * z + pivot[2];
    }

    /** In place, centimetres to metres; {@code torso} = 0 rides on the head, 1 on the torso. */
    void pose(float[] p, float torso) {
        float x = p[0] - pivot[0];
        float y = p[1] - pivot[1];
        float z = p[2] - pivot[2];
        for (int i = 0; i < 3; i++) {
            float h = headR[3 * i] * x + headR[3 * i + 1] * y + headR[3 * i + 2] * z;
            float t = torsoR[3 * i] * x + torsoR[3 * i + 1] * y + torsoR[3 * i + 2] * z;
            p[i] = 0.01f * (h + (t - h) * torso + pivot[i]);
        }
    }
}
