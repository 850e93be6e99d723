package mien.engine.flame;

import static mien.engine.Closeness.assertAbsolute;
import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import mien.engine.GoldenCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlameModelTest {
    private static final double BOUND = 1e-4;

    static List<GoldenCase> cases() {
        return TinyFlame.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void verticesJointsAndRotationsEqualTheOriginal(GoldenCase golden) {
        FlameModel model = TinyFlame.model(golden);
        int v = 3 * model.vertexCount();
        for (int i = 0; i < golden.size("pose", 0); i++) {
            Posed head = posed(model, golden, i);
            float[] vertices = TinyFlame.row(golden.floats("verts"), i, v);
            assertRelative("vertices", BOUND, head.vertices(), vertices);
            assertRelative(
                    "joints at rest",
                    BOUND,
                    head.restJoints(),
                    TinyFlame.row(golden.floats("mid:joints"), i, 15));
            assertRelative(
                    "posed joints",
                    BOUND,
                    head.joints(),
                    TinyFlame.row(golden.floats("mid:posed_joints"), i, 15));
            float[] matrices = TinyFlame.row(golden.floats("mid:rot_mats"), i, 45);
            for (int j = 0; j < FlameModel.JOINTS; j++) {
                float[] matrix = TinyFlame.row(matrices, j, 9);
                assertRelative("rotation of joint " + j, BOUND, head.rotations()[j], matrix);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anUnturnedHeadIsTheShapedHead(GoldenCase golden) {
        FlameModel model = TinyFlame.model(golden);
        int v = 3 * model.vertexCount();
        for (int i = 0; i < golden.size("shape", 0); i++) {
            Posed head =
                    model.pose(
                            row(golden, "shape", i),
                            row(golden, "exp", i),
                            new float[6],
                            new float[3],
                            new float[6]);
            float[] shaped = TinyFlame.row(golden.floats("mid:v_shaped"), i, v);
            assertRelative("shaped vertices", 1e-5, head.vertices(), shaped);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothLandmarkSetsEqualTheOriginal(GoldenCase golden) {
        FlameModel model = TinyFlame.model(golden);
        Landmarks landmarks = TinyFlame.landmarks(golden);
        int n = 3 * Landmarks.COUNT;
        for (int i = 0; i < golden.size("pose", 0); i++) {
            Posed head = posed(model, golden, i);
            assertRelative(
                    "turning landmarks",
                    BOUND,
                    landmarks.landmarks2d(head),
                    TinyFlame.row(golden.floats("landmarks2d"), i, n));
            assertRelative(
                    "fixed landmarks",
                    BOUND,
                    landmarks.landmarks3d(head),
                    TinyFlame.row(golden.floats("landmarks3d"), i, n));
        }
    }

    @Test
    void turningTheWholeHeadMovesItRigidlyAboutItsRoot() {
        FlameModel model = TinyFlame.model(cases().get(0));
        Random random = new Random(7);
        float[] shape = gaussian(random, model.shapeCount());
        float[] turn = gaussian(random, 3);
        float[] pose = {turn[0], turn[1], turn[2], 0, 0, 0};
        Posed still = model.pose(shape, new float[0], new float[6], new float[3], new float[6]);
        Posed turned = model.pose(shape, new float[0], pose, new float[3], new float[6]);

        float[] r = Rotation.matrix(turn, 0);
        float[] root = still.restJoints();
        float[] expected = new float[still.vertices().length];
        for (int i = 0; i < expected.length; i += 3) {
            for (int row = 0; row < 3; row++) {
                float sum = root[row];
                for (int k = 0; k < 3; k++) {
                    sum += r[3 * row + k] * (still.vertices()[i + k] - root[k]);
                }
                expected[i + row] = sum;
            }
        }
        assertAbsolute("turned vertices", 1e-5, turned.vertices(), expected);
    }

    @Test
    void eyesTurnOnlyWhatHangsOnThem() {
        FlameModel model = TinyFlame.model(cases().get(0));
        float[][] weights = new float[model.vertexCount()][FlameModel.JOINTS];
        for (int i = 0; i < weights.length; i++) {
            weights[i][i == 5 ? 3 : 1] = 1; // vertex 5 rides on the left eye
        }
        FlameModel.Data d = model.data();
        FlameModel rigid =
                new FlameModel(
                        new FlameModel.Data(
                                d.template(),
                                d.shapeBasis(),
                                d.expressionBasis(),
                                new float[36][3 * weights.length],
                                d.jointRegressor(),
                                weights,
                                d.parents(),
                                d.faces()));
        float[] none = {};
        float[] gaze = {0.2f, 0.3f, 0, 0.2f, 0.3f, 0};
        float[] still = rigid.pose(none, none, new float[6], new float[3], new float[6]).vertices();
        float[] moved = rigid.pose(none, none, new float[6], new float[3], gaze).vertices();
        for (int i = 0; i < still.length; i += 3) {
            float distance = Math.abs(still[i] - moved[i]) + Math.abs(still[i + 1] - moved[i + 1]);
            assertTrue(i == 15 ? distance > 1e-3 : distance < 1e-6, "vertex " + i / 3);
        }
    }

    @Test
    void missingCoefficientsCountAsZero() {
        FlameModel model = TinyFlame.model(cases().get(0));
        float[] few = {0.5f, -1};
        float[] many = new float[model.shapeCount()];
        System.arraycopy(few, 0, many, 0, 2);
        float[] rest = new float[6];
        assertArrayEquals(
                model.pose(many, new float[0], rest, new float[3], rest).vertices(),
                model.pose(few, new float[0], rest, new float[3], rest).vertices());
    }

    @Test
    void tooManyCoefficientsAreRefusedByNumber() {
        FlameModel model = TinyFlame.model(cases().get(0));
        float[] shape = new float[model.shapeCount() + 1];
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                model.pose(
                                        shape,
                                        new float[0],
                                        new float[6],
                                        new float[3],
                                        new float[6]));
        assertTrue(refusal.getMessage().contains("shape coefficients"), refusal.getMessage());
    }

    @Test
    void aModelWithMissingPartsIsRefused() {
        FlameModel.Data d = TinyFlame.model(cases().get(0)).data();
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new FlameModel.Data(
                                d.template(),
                                d.shapeBasis(),
                                d.expressionBasis(),
                                new float[35][d.template().length],
                                d.jointRegressor(),
                                d.skinWeights(),
                                d.parents(),
                                d.faces()));
    }

    private static Posed posed(FlameModel model, GoldenCase golden, int i) {
        return model.pose(
                row(golden, "shape", i),
                row(golden, "exp", i),
                row(golden, "pose", i),
                new float[3],
                new float[6]);
    }

    private static float[] row(GoldenCase golden, String tensor, int i) {
        return TinyFlame.row(golden.floats(tensor), i, golden.size(tensor, 1));
    }

    private static float[] gaussian(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
