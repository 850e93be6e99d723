package mien.engine.world;

/**
 * Rotations as artists say them: yaw about y (positive: the nose goes to the picture's right),
 * pitch about x (positive: it goes down), roll about z (positive: the crown goes to the picture's
 * left); R = Ry·Rx·Rz. Radians.
 */
public final class Turn {
    private Turn() {}

    /**
     * @param yaw about y
     * @param pitch about x
     * @param roll about z
     * @return the matrix, row-major [9]
     */
    public static float[] matrix(float yaw, float pitch, float roll) {
        double cy = Math.cos(yaw);
        double sy = Math.sin(yaw);
        double cx = Math.cos(pitch);
        double sx = Math.sin(pitch);
        double cz = Math.cos(roll);
        double sz = Math.sin(roll);
        return new float[] {
            (float) (cy * cz + sy * sx * sz), (float) (sy * sx * cz - cy * sz), (float) (sy * cx),
            (float) (cx * sz), (float) (cx * cz), (float) -sx,
            (float) (cy * sx * sz - sy * cz), (float) (sy * sz + cy * sx * cz), (float) (cy * cx)
        };
    }

    /**
     * @param yaw about y
     * @param pitch about x
     * @param roll about z
     * @return the same rotation as axis times angle [3]
     */
    public static float[] axisAngle(float yaw, float pitch, float roll) {
        float[] r = matrix(yaw, pitch, roll);
        double x = r[7] - r[5];
        double y = r[2] - r[6];
        double z = r[3] - r[1];
        double sin = 0.5 * Math.sqrt(x * x + y * y + z * z);
        double cos = 0.5 * (r[0] + r[4] + r[8] - 1);
        double angle = Math.atan2(sin, cos);
        double k = sin < 1e-7 ? 0.5 : angle / (2 * sin);
        return new float[] {(float) (k * x), (float) (k * y), (float) (k * z)};
    }
}
