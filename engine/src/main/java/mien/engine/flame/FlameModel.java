package mien.engine.flame;

/**
 * The FLAME head: shape and expression offsets, pose correctives and linear blend skinning over
 * five joints (root, neck, jaw, left eye, right eye).
 */
public final class FlameModel {
    /** Root, neck, jaw, left eye, right eye. */
    public static final int JOINTS = 5;

    /** Entries of the four non-root rotation matrices: the pose feature. */
    public static final int POSE_FEATURES = 9 * (JOINTS - 1);

    private final Data data;
    private final int vertexCount;
    private final float[] restJoints; // [15]
    private final Basis shapes;
    private final Basis expressions;

    /** Offsets of the vertices and of the joints, a column per coefficient. */
    private record Basis(String name, float[][] vertices, float[][] joints) {
        void addTo(float[] v, float[] joint, float[] k) {
            if (k.length > vertices.length) {
                throw new IllegalArgumentException(
                        "This head has %d %s coefficients, but got %d."
                                .formatted(vertices.length, name, k.length));
            }
            LinearBlend.addScaled(v, k, vertices);
            LinearBlend.addScaled(joint, k, joints);
        }
    }

    /**
     * The numbers of a head model; V vertices, F faces.
     *
     * @param template mean vertices [V·3], metres
     * @param shapeBasis identity offsets [S][V·3] per standard deviation
     * @param expressionBasis expression offsets [E][V·3] per standard deviation
     * @param poseBasis pose correctives [36][V·3], one per entry of the non-root matrices minus I
     * @param jointRegressor joints as sums of vertices [5][V]
     * @param skinWeights how far each vertex follows each joint [V][5], rows sum to 1
     * @param parents parent of each joint [5], −1 for the root, parents before children
     * @param faces vertex numbers of the corners [F·3], counter-clockwise seen from outside
     */
    public record Data(
            float[] template,
            float[][] shapeBasis,
            float[][] expressionBasis,
            float[][] poseBasis,
            float[][] jointRegressor,
            float[][] skinWeights,
            int[] parents,
            int[] faces) {
        public Data {
            int v = template.length / 3;
            need(template.length % 3 == 0 && v > 0, "a template of whole vertices");
            need(rows(shapeBasis, 3 * v), "shape offsets for every vertex");
            need(rows(expressionBasis, 3 * v), "expression offsets for every vertex");
            need(
                    poseBasis.length == POSE_FEATURES && rows(poseBasis, 3 * v),
                    "36 pose correctives for every vertex");
            need(
                    jointRegressor.length == JOINTS && rows(jointRegressor, v),
                    "5 joint regressor rows for every vertex");
            need(
                    skinWeights.length == v && rows(skinWeights, JOINTS),
                    "5 skinning weights for every vertex");
            need(parents.length == JOINTS && parents[0] < 0, "the parents of 5 joints");
            need(faces.length % 3 == 0, "faces of three corners");
            for (int corner : faces) {
                need(corner >= 0 && corner < v, "faces between its own vertices");
            }
        }

        private static boolean rows(float[][] matrix, int columns) {
            for (float[] row : matrix) {
                if (row.length != columns) {
                    return false;
                }
            }
            return true;
        }

        private static void need(boolean met, String what) {
            if (!met) {
                throw new IllegalArgumentException("A head model needs " + what + ".");
            }
        }
    }

    /**
     * @param data the model's numbers; not copied
     */
    public FlameModel(Data data) {
        this.data = data;
        this.vertexCount = data.template.length / 3;
        // Joints are linear in the vertices, so they are regressed once per basis column.
        this.restJoints = regressed(data.template);
        this.shapes = new Basis("shape", data.shapeBasis, regressed(data.shapeBasis));
        this.expressions =
                new Basis("expression", data.expressionBasis, regressed(data.expressionBasis));
    }

    /**
     * @return the numbers this model was made of; do not write to them
     */
    public Data data() {
        return data;
    }

    /**
     * @return corner vertex numbers [F·3]; do not write to them
     */
    public int[] faces() {
        return data.faces;
    }

    /**
     * @return V
     */
    public int vertexCount() {
        return vertexCount;
    }

    /**
     * @return S, the most shape coefficients {@link #pose} takes
     */
    public int shapeCount() {
        return data.shapeBasis.length;
    }

    /**
     * @return E, the most expression coefficients {@link #pose} takes
     */
    public int expressionCount() {
        return data.expressionBasis.length;
    }

    /**
     * @param code shape, expression, head, jaw and eye rotations; the neck stays at rest
     * @return the posed head
     */
    public Posed pose(FlameCode code) {
        return pose(code.shape(), code.expression(), code.pose(), new float[3], code.eyes());
    }

    /**
     * FLAME's forward pass (Li et al. 2017, eqs. 1–5 with the reference code's order of sums).
     *
     * @param shape at most S coefficients; missing ones count as zero
     * @param expression at most E coefficients; missing ones count as zero
     * @param pose 6: head and jaw, axis-angle radians
     * @param neck 3: neck, axis-angle radians
     * @param eyes 6: left and right eye, axis-angle radians
     * @return the posed head
     */
    public Posed pose(float[] shape, float[] expression, float[] pose, float[] neck, float[] eyes) {
        float[] v = data.template.clone(); // v_s = template + Σ β·basis, [V·3]
        float[] joints = restJoints.clone(); // J = regressor · v_s, [15]
        shapes.addTo(v, joints, shape);
        expressions.addTo(v, joints, expression);

        float[][] rotation = {
            Rotation.matrix(pose, 0),
            Rotation.matrix(neck, 0),
            Rotation.matrix(pose, 3),
            Rotation.matrix(eyes, 0),
            Rotation.matrix(eyes, 3)
        };
        LinearBlend.addScaled(v, poseFeature(rotation), data.poseBasis); // v_p = v_s + B·feature
        RigidChain chain = RigidChain.of(rotation, joints, data.parents);
        float[] vertices = LinearBlend.skinned(v, data.skinWeights, chain.relative());
        return new Posed(vertices, joints, chain.joints(), rotation);
    }

    /** The non-root matrices minus I, joint by joint, row-major: [36]. */
    private static float[] poseFeature(float[][] rotation) {
        float[] feature = new float[POSE_FEATURES];
        for (int j = 1; j < JOINTS; j++) {
            for (int i = 0; i < 9; i++) {
                feature[9 * (j - 1) + i] = rotation[j][i] - (i % 4 == 0 ? 1 : 0);
            }
        }
        return feature;
    }

    private float[][] regressed(float[][] columns) {
        float[][] joints = new float[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            joints[i] = regressed(columns[i]);
        }
        return joints;
    }

    private float[] regressed(float[] column) {
        float[] joints = new float[3 * JOINTS];
        for (int j = 0; j < JOINTS; j++) {
            for (int axis = 0; axis < 3; axis++) {
                double sum = 0;
                for (int i = 0; i < vertexCount; i++) {
                    sum += (double) data.jointRegressor[j][i] * column[3 * i + axis];
                }
                joints[3 * j + axis] = (float) sum;
            }
        }
        return joints;
    }
}
