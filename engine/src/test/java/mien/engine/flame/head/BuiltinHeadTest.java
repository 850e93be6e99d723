package mien.engine.flame.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;
import mien.engine.flame.FlameModel;
import mien.engine.flame.Posed;
import mien.engine.raster.BufferRenderer;
import mien.engine.raster.Buffers;
import org.junit.jupiter.api.Test;

class BuiltinHeadTest {
    private static final int CHIN = 8;
    private static final int NOSE_TIP = 30;
    private final FaceRig rig = BuiltinHead.rig();
    private final FlameCode neutral = rig.neutral(5.6f);

    @Test
    void hasTheStructureOfFlame() {
        FlameModel model = rig.model();
        assertTrue(
                model.vertexCount() >= 4000 && model.vertexCount() <= 6000,
                "vertices " + model.vertexCount());
        assertTrue(model.shapeCount() >= 24 && rig.shapeNames().size() == model.shapeCount());
        assertTrue(
                model.expressionCount() >= 16
                        && rig.expressionNames().size() == model.expressionCount());
        assertEquals(BuiltinHead.albedoNames().size(), rig.albedo().count());
        assertArrayEquals(new int[] {-1, 0, 1, 1, 1}, model.data().parents());
        for (float[] row : model.data().skinWeights()) {
            float sum = 0;
            for (float w : row) {
                assertTrue(w >= 0, "a negative weight");
                sum += w;
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Test
    void theSkinAtRestIsSymmetric() {
        float[] v = rig.model().data().template();
        int[][] grid = BuiltinHead.atlas().grid();
        for (int[] row : grid) {
            for (int c = 1; c < row.length / 2; c++) {
                int l = 3 * row[c];
                int r = 3 * row[row.length - c];
                assertEquals(v[l], -v[r], 1e-5);
                assertEquals(v[l + 1], v[r + 1], 1e-5);
                assertEquals(v[l + 2], v[r + 2], 1e-5);
            }
        }
    }

    @Test
    void openingTheJawLowersTheChinAndLeavesTheNose() {
        float[] rest = landmarks(neutral);
        float[] open = landmarks(neutral.withPose(new float[] {0, 0, 0, 0.3f, 0, 0}));
        assertTrue(open[3 * CHIN + 1] < rest[3 * CHIN + 1] - 0.015f, "the chin stayed");
        assertEquals(rest[3 * NOSE_TIP + 1], open[3 * NOSE_TIP + 1], 1e-4);
        assertTrue(rest[3 * 62 + 1] - rest[3 * 66 + 1] < 0.001f, "the mouth is not shut at rest");
        assertTrue(open[3 * 62 + 1] - open[3 * 66 + 1] > 0.012f, "the lips stayed together");
    }

    @Test
    void positiveYawTurnsTheNoseToThePicturesRight() {
        float[] turned = landmarks(neutral.withPose(new float[] {0, 0.4f, 0, 0, 0, 0}));
        assertTrue(turned[3 * NOSE_TIP] > 0.03f);
        float[] other = landmarks(neutral.withPose(new float[] {0, -0.4f, 0, 0, 0, 0}));
        assertEquals(-turned[3 * NOSE_TIP], other[3 * NOSE_TIP], 1e-4);
    }

    @Test
    void positivePitchLowersTheNose() {
        float rest = landmarks(neutral)[3 * NOSE_TIP + 1];
        float bowed =
                landmarks(neutral.withPose(new float[] {0.3f, 0, 0, 0, 0, 0}))[3 * NOSE_TIP + 1];
        assertTrue(bowed < rest);
    }

    @Test
    void theFarCheeksContourWandersTowardTheNoseAsTheHeadTurns() {
        float yaw = (float) Math.toRadians(35);
        Posed head = rig.model().pose(neutral.withPose(new float[] {0, yaw, 0, 0, 0, 0}));
        float[] wandering = rig.landmarks().landmarks2d(head);
        float[] fixed = rig.landmarks().landmarks3d(head);
        for (int i = 12; i <= 16; i++) { // the person's left, the far side
            assertTrue(
                    wandering[3 * i] >= fixed[3 * i] - 1e-4f,
                    "point " + i + " lies inside the outline");
        }
        assertTrue(wandering[3 * 13] > fixed[3 * 13] + 0.002f, "the outline did not wander");
    }

    @Test
    void blinkingHidesTheEyeballs() {
        List<String> names = rig.expressionNames();
        float[] shut = new float[names.size()];
        shut[names.indexOf("blinkLeft")] = 1;
        int open = eyePixels(neutral, true);
        assertTrue(open > 60, "an open eye shows " + open + " pixels");
        assertTrue(
                eyePixels(neutral.withExpression(shut), true) < open / 10,
                "the left lid did not close");
        assertTrue(
                eyePixels(neutral.withExpression(shut), false) > open / 2,
                "the right eye closed too");
    }

    @Test
    void everyExpressionMovesTheFaceAndNoMoreThanItCould() {
        float[][] basis = rig.model().data().expressionBasis();
        for (int e = 0; e < basis.length; e++) {
            float most = 0;
            for (float d : basis[e]) {
                most = Math.max(most, Math.abs(d));
            }
            assertTrue(
                    most > 0.0008f && most < 0.02f,
                    rig.expressionNames().get(e) + " moves " + most);
        }
    }

    @Test
    void theEyesTurnWithTheirJoints() {
        float side =
                irisMiddle(neutral.withEyes(new float[] {0, 0.35f, 0, 0, 0.35f, 0}))
                        - irisMiddle(neutral);
        assertTrue(side > 0.5f, "the iris moved " + side + " pixels");
    }

    /** Column of the middle of the dark pixels between the left eye's corners, at 512 pixels. */
    private float irisMiddle(FlameCode code) {
        Buffers b =
                new BufferRenderer(rig).render(code, CropTransform.IDENTITY, 512, Optional.empty());
        float[] lm = landmarks(code);
        int n = 512 * 512;
        float s = code.camera()[0];
        int x0 = (int) ((s * lm[3 * 42] + 1) * 256) + 2;
        int x1 = (int) ((s * lm[3 * 45] + 1) * 256) - 2;
        int y = (int) ((1 - s * lm[3 * 42 + 1]) * 256);
        float sum = 0;
        float weight = 0;
        for (int x = x0; x < x1; x++) {
            float dark = Math.max(0, 0.6f - b.albedo()[n + y * 512 + x]);
            sum += dark * x;
            weight += dark;
        }
        return sum / weight;
    }

    private int eyePixels(FlameCode code, boolean left) {
        Buffers b =
                new BufferRenderer(rig).render(code, CropTransform.IDENTITY, 512, Optional.empty());
        int n = 512 * 512;
        int white = 0;
        for (int y = 0; y < 512; y++) {
            for (int x = left ? 256 : 0; x < (left ? 512 : 256); x++) {
                int i = y * 512 + x;
                if (b.coverage()[i] > 0 && b.albedo()[2 * n + i] > 0.6f) {
                    white++; // only the white of the eye is as blue as this
                }
            }
        }
        return white;
    }

    private float[] landmarks(FlameCode code) {
        return rig.landmarks().landmarks2d(rig.model().pose(code));
    }
}
