package mien.engine.flame;

/**
 * The joints' rotations composed from the root outwards.
 *
 * @param joints joint positions after rotation [J·3]
 * @param relative what each joint does to a vertex at rest: [J][12], rows of 3×4 matrices
 */
record RigidChain(float[] joints, float[][] relative) {
    /**
     * T_0 = [R_0 | J_0], T_j = T_parent · [R_j | J_j − J_parent]; A_j is T_j with its translation
     * reduced by its rotation times J_j.
     *
     * @param rotation rotations against the parent [J][9]
     * @param rest joints at rest [J·3]
     * @param parents parent of each joint; only joint 0 has none
     */
    static RigidChain of(float[][] rotation, float[] rest, int[] parents) {
        int count = rotation.length;
        float[][] turn = new float[count][]; // rotation part of T_j
        float[] posed = new float[3 * count]; // translation part of T_j
        float[][] relative = new float[count][];
        for (int j = 0; j < count; j++) {
            if (j == 0) {
                turn[0] = rotation[0];
                System.arraycopy(rest, 0, posed, 0, 3);
            } else {
                int p = parents[j];
                float[] bone = {
                    rest[3 * j] - rest[3 * p],
                    rest[3 * j + 1] - rest[3 * p + 1],
                    rest[3 * j + 2] - rest[3 * p + 2]
                };
                turn[j] = Rotation.product(turn[p], rotation[j]);
                for (int r = 0; r < 3; r++) {
                    posed[3 * j + r] = dot(turn[p], r, bone, 0) + posed[3 * p + r];
                }
            }
            relative[j] = about(turn[j], posed, rest, 3 * j);
        }
        return new RigidChain(posed, relative);
    }

    private static float[] about(float[] turn, float[] posed, float[] rest, int at) {
        float[] a = new float[12];
        for (int r = 0; r < 3; r++) {
            System.arraycopy(turn, 3 * r, a, 4 * r, 3);
            a[4 * r + 3] = posed[at + r] - dot(turn, r, rest, at);
        }
        return a;
    }

    private static float dot(float[] m, int row, float[] v, int at) {
        return m[3 * row] * v[at] + m[3 * row + 1] * v[at + 1] + m[3 * row + 2] * v[at + 2];
    }
}
