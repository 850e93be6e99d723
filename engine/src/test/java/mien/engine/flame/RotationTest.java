package mien.engine.flame;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RotationTest {
    private static final double BOUND = 1e-5;
    private static final float[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "rotvec", "matrix", "dynamic_row");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void matricesEqualTheOriginal(GoldenCase golden) {
        float[] vectors = golden.floats("rotvec");
        for (int i = 0; i < golden.size("rotvec", 0); i++) {
            float[] expected = TinyFlame.row(golden.floats("matrix"), i, 9);
            assertAbsolute("matrix " + i, BOUND, Rotation.matrix(vectors, 3 * i), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theContourRowFollowsTheYaw(GoldenCase golden) {
        float[] yaw = golden.floats("yaw_rad");
        int[] rows = golden.ints("dynamic_row");
        for (int i = 0; i < yaw.length; i++) {
            float[] r = Rotation.matrix(new float[] {0, yaw[i], 0}, 0);
            assertEquals(rows[i], Landmarks.contourRow(r), "row for yaw " + yaw[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theChainOfJointsEqualsTheOriginal(GoldenCase golden) {
        int joints = golden.size("chain.rot", 1);
        for (int i = 0; i < golden.size("chain.rot", 0); i++) {
            float[] matrices = TinyFlame.row(golden.floats("chain.rot"), i, 9 * joints);
            float[][] rotation = new float[joints][];
            for (int j = 0; j < joints; j++) {
                rotation[j] = TinyFlame.row(matrices, j, 9);
            }
            float[] rest = TinyFlame.row(golden.floats("chain.joints"), i, 3 * joints);
            RigidChain chain = RigidChain.of(rotation, rest, golden.ints("chain.parents"));
            float[] posed = TinyFlame.row(golden.floats("chain.posed_joints"), i, 3 * joints);
            assertAbsolute("joints", BOUND, chain.joints(), posed);
            float[] relative = TinyFlame.row(golden.floats("chain.rel_transforms"), i, 16 * joints);
            for (int j = 0; j < joints; j++) {
                float[] upper = TinyFlame.row(relative, j, 16);
                assertAbsolute(
                        "transform " + j, BOUND, chain.relative()[j], Arrays.copyOf(upper, 12));
            }
        }
    }

    @Test
    void everyMatrixIsARotation() {
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            float[] r = {gaussian(random), gaussian(random), gaussian(random)};
            float[] m = Rotation.matrix(r, 0);
            float[] t = {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
            assertArrayEquals(IDENTITY, Rotation.product(m, t), 1e-6f);
            float determinant =
                    m[0] * (m[4] * m[8] - m[5] * m[7])
                            - m[1] * (m[3] * m[8] - m[5] * m[6])
                            + m[2] * (m[3] * m[7] - m[4] * m[6]);
            assertEquals(1, determinant, 1e-5);
        }
    }

    @Test
    void theAxisStaysWhereItIs() {
        float[] axis = {0.3f, -0.8f, 0.2f};
        float[] m = Rotation.matrix(axis, 0);
        for (int row = 0; row < 3; row++) {
            float x = m[3 * row] * axis[0] + m[3 * row + 1] * axis[1] + m[3 * row + 2] * axis[2];
            assertEquals(axis[row], x, 1e-6);
        }
    }

    @Test
    void theAngleBetweenTurnsAboutOneAxisIsTheirDifference() {
        float[] left = {0, 0.7f, 0};
        float[] right = {0, -0.4f, 0};
        assertEquals(1.1, Rotation.angle(left, right), 1e-5);
        assertEquals(0, Rotation.angle(left, left), 1e-3);
    }

    @Test
    void aVectorThatCancelsTheGuardGivesTheIdentity() {
        assertArrayEquals(IDENTITY, Rotation.matrix(new float[] {-1e-8f, -1e-8f, -1e-8f}, 0));
        assertArrayEquals(IDENTITY, Rotation.matrix(new float[3], 0));
    }

    private static float gaussian(Random random) {
        return (float) random.nextGaussian();
    }
}
