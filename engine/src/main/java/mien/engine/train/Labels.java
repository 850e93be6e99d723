package mien.engine.train;

import java.nio.ByteBuffer;
import mien.engine.world.Points;
import mien.engine.world.Portrait;

/**
 * What is known of a drawn face besides its picture and its parsing. Places are in pixels of the
 * picture, the first pixel's middle at one half; left and right are the picture's.
 *
 * @param landmarks the 68 points, x before y [136]
 * @param eyes the middle of the left eyeball and of the right one [4]
 * @param gaze pitch and yaw of the line of sight before the camera, radians [2]
 * @param head the head's rotation, axis times angle [3]
 * @param camera the camera's scale, picture half-widths a metre
 */
record Labels(float[] landmarks, float[] eyes, float[] gaze, float[] head, float camera) {

    private static final int RIGHT_EYE = 14; // the person's, at the picture's left
    private static final int LEFT_EYE = 15;

    /** How many numbers there are. */
    static final int COUNT = 136 + 4 + 2 + 3 + 1;

    static Labels of(Portrait portrait) {
        Points p = portrait.points();
        float[] j = p.joints();
        float[] pose = portrait.code().pose();
        return new Labels(
                p.landmarks(),
                new float[] {
                    j[2 * RIGHT_EYE], j[2 * RIGHT_EYE + 1], j[2 * LEFT_EYE], j[2 * LEFT_EYE + 1]
                },
                p.gaze(),
                new float[] {pose[0], pose[1], pose[2]},
                portrait.code().camera()[0]);
    }

    void write(ByteBuffer to) {
        for (float[] part : new float[][] {landmarks, eyes, gaze, head, {camera}}) {
            for (float v : part) {
                to.putFloat(v);
            }
        }
    }

    static Labels read(ByteBuffer from) {
        return new Labels(
                floats(from, 136),
                floats(from, 4),
                floats(from, 2),
                floats(from, 3),
                from.getFloat());
    }

    private static float[] floats(ByteBuffer from, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = from.getFloat();
        }
        return values;
    }
}
