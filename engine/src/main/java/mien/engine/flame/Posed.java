package mien.engine.flame;

/**
 * A head in one pose; xyz triples in metres.
 *
 * @param vertices [V·3]
 * @param restJoints the five joints before rotation [15]
 * @param joints the five joints after rotation [15]
 * @param rotations the rotation of each joint against its parent [5][9], row-major
 */
public record Posed(float[] vertices, float[] restJoints, float[] joints, float[][] rotations) {
    /**
     * @param shift xyz, metres
     * @return the same head with vertices and joints moved
     */
    public Posed shifted(float[] shift) {
        return new Posed(
                moved(vertices, shift), moved(restJoints, shift), moved(joints, shift), rotations);
    }

    private static float[] moved(float[] points, float[] shift) {
        float[] out = new float[points.length];
        for (int i = 0; i < points.length; i += 3) {
            out[i] = points[i] + shift[0];
            out[i + 1] = points[i + 1] + shift[1];
            out[i + 2] = points[i + 2] + shift[2];
        }
        return out;
    }
}
