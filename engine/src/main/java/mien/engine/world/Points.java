package mien.engine.world;

import java.util.Arrays;
import mien.engine.flame.Posed;
import mien.engine.flame.WeakPerspective;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.picture.FivePoints;

/**
 * Places in a portrait, in pixels (x right, y down, the first pixel's centre at 0.5).
 *
 * @param landmarks the 68 landmarks [68·2]
 * @param five eye centres (picture's left first), nose tip, mouth corners (left first) [5·2]
 * @param joints the 18 body joints, -1 where unknown [18·2]
 * @param visible whether each joint is seen and inside the picture [18]
 * @param faceBox left, top, right, bottom of the landmarks [4]
 * @param gaze pitch and yaw of the line of sight before the camera: direction (cos p · sin y, sin
 *     p, cos p · cos y) with y up and z to the viewer [2]
 */
public record Points(
        float[] landmarks,
        float[] five,
        float[] joints,
        boolean[] visible,
        float[] faceBox,
        float[] gaze) {

    static Points of(Posed posed, Frame frame, Look look, float[] camera, int size, Outfit outfit) {
        float[] xyz = BuiltinHead.rig().landmarks().landmarks2d(posed);
        float[] p = pixels(xyz, camera, size);
        float[] five = {
            mean(p, 36, 42, 0),
            mean(p, 36, 42, 1),
            mean(p, 42, 48, 0),
            mean(p, 42, 48, 1),
            p[60],
            p[61],
            p[96],
            p[97],
            p[108],
            p[109]
        };
        float[] box = {1e9f, 1e9f, -1e9f, -1e9f};
        for (int i = 0; i < 68; i++) {
            box[0] = Math.min(box[0], p[2 * i]);
            box[1] = Math.min(box[1], p[2 * i + 1]);
            box[2] = Math.max(box[2], p[2 * i]);
            box[3] = Math.max(box[3], p[2 * i + 1]);
        }
        float[] joints = new float[36];
        boolean[] seen = new boolean[18];
        java.util.Arrays.fill(joints, -1);
        float[] j = posed.joints();
        put(joints, seen, 0, new float[] {xyz[90], xyz[91], xyz[92]}, camera, size, true);
        float wide = 17.5f * outfit.build();
        put(joints, seen, 1, placed(frame, 0, -1.6f, 0), camera, size, true);
        put(joints, seen, 2, placed(frame, -wide, -4.8f, 0), camera, size, true);
        put(joints, seen, 5, placed(frame, wide, -4.8f, 0), camera, size, true);
        put(joints, seen, 14, new float[] {j[12], j[13], j[14]}, camera, size, true);
        put(joints, seen, 15, new float[] {j[9], j[10], j[11]}, camera, size, true);
        float yaw = look.head()[0];
        put(joints, seen, 16, ear(frame, -1), camera, size, yaw > -0.45f);
        put(joints, seen, 17, ear(frame, 1), camera, size, yaw < 0.45f);
        return new Points(p, five, joints, seen, box, gaze(posed));
    }

    private static float[] placed(Frame frame, float x, float y, float z) {
        float[] q = {frame.pivot[0] + x, frame.pivot[1] + TorsoPiece.LIFT + y, frame.pivot[2] + z};
        frame.pose(q, 1);
        return q;
    }

    private static float[] ear(Frame frame, int sign) {
        float[] q = {sign * 7.4f, -1.5f, -0.5f};
        frame.pose(q, 0);
        return q;
    }

    private static float[] gaze(Posed posed) {
        float[] h = posed.rotations()[0];
        float[] e = posed.rotations()[3];
        float[] d = new float[3];
        for (int i = 0; i < 3; i++) {
            d[i] = h[3 * i] * e[2] + h[3 * i + 1] * e[5] + h[3 * i + 2] * e[8];
        }
        return new float[] {
            (float) Math.asin(Math.max(-1, Math.min(1, d[1]))), (float) Math.atan2(d[0], d[2])
        };
    }

    private static void put(
            float[] joints,
            boolean[] seen,
            int i,
            float[] xyz,
            float[] camera,
            int size,
            boolean facing) {
        float[] p = pixels(xyz, camera, size);
        joints[2 * i] = p[0];
        joints[2 * i + 1] = p[1];
        seen[i] = facing && p[0] >= 0 && p[1] >= 0 && p[0] < size && p[1] < size;
    }

    private static float[] pixels(float[] xyz, float[] camera, int size) {
        float[] q = WeakPerspective.of(camera).project(xyz);
        float[] p = new float[q.length / 3 * 2];
        for (int i = 0; i < p.length / 2; i++) {
            p[2 * i] = (q[3 * i] + 1) * 0.5f * size;
            p[2 * i + 1] = (q[3 * i + 1] + 1) * 0.5f * size;
        }
        return p;
    }

    private static float mean(float[] p, int from, int to, int axis) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += p[2 * i + axis];
        }
        return sum / (to - from);
    }

    /** The five points as whole pictures count pixels: the first one's middle is at 0, not 0.5. */
    public FivePoints fivePoints() {
        double[] xy = new double[five.length];
        Arrays.setAll(xy, i -> five[i] - 0.5);
        return FivePoints.of(xy);
    }
}
