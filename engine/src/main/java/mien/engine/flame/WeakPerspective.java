package mien.engine.flame;

/**
 * The weak-perspective camera: q = s·(x + t_x, y + t_y, z), then y and z change sign.
 *
 * @param s scale
 * @param tx shift to the right, metres
 * @param ty shift upwards, metres
 */
public record WeakPerspective(float s, float tx, float ty) {
    /**
     * @param camera 3: s, t_x, t_y
     * @return the camera
     */
    public static WeakPerspective of(float[] camera) {
        return new WeakPerspective(camera[0], camera[1], camera[2]);
    }

    /**
     * @param points xyz in metres [n·3]
     * @return x right, y down, z away from the viewer [n·3]; −1 to 1 spans the face crop
     */
    public float[] project(float[] points) {
        float[] q = new float[points.length];
        for (int i = 0; i < points.length; i += 3) {
            q[i] = s * (points[i] + tx);
            q[i + 1] = -(s * (points[i + 1] + ty));
            q[i + 2] = -(s * points[i + 2]);
        }
        return q;
    }
}
