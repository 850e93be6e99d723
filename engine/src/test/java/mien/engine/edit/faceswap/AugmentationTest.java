package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.picture.Homography;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationTest {

    private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");

    @AfterEach
    void close() {
        manager.close();
    }

    static List<GoldenCase> recorded() {
        return Goldens.with("diffface", "arc_in_masked", "aug_out_strided", "aug.persp_matrix");
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theMapsAreThoseOfTheOriginal(GoldenCase golden) {
        List<Warp> warps = RecordedWarps.of(golden, "aug.");
        double[] affine = golden.doubles("aug.affine_matrix");
        double[] tilted = golden.doubles("aug.persp_matrix");
        for (int i = 1; i < warps.size(); i++) {
            assertMap(affine, i - 1, warps.get(i).turned().orElse(Homography.IDENTITY));
            assertMap(tilted, i - 1, warps.get(i).tilted().orElse(Homography.IDENTITY));
        }
    }

    private static void assertMap(double[] expected, int i, Homography ours) {
        for (int k = 0; k < 9; k++) {
            double e = expected[9 * i + k];
            assertEquals(e, ours.m()[k], 1e-4 * (1 + Math.abs(e)), "copy " + i + " at " + k);
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theCopiesAreThoseOfTheOriginal(GoldenCase golden) {
        NDArray face =
                manager.create(
                        golden.floats("arc_in_masked"), new Shape(golden.shape("arc_in_masked")));
        NDArray copies = Copies.of(face, RecordedWarps.of(golden, "aug."));
        assertEquals(golden.size("aug_out_strided", 0), copies.getShape().get(0));
        Closeness.assertRelative(
                "copies",
                1e-4,
                copies.get(":, :, ::2, ::2").toFloatArray(),
                golden.floats("aug_out_strided"));
    }

    @Test
    void aCopyThatIsNotChangedIsTheFaceAlsoBesideChangedOnes() {
        NDArray face = new NoiseSource(1).normal(manager, new Shape(1, 3, 16, 16));
        Warp turned = warp(Warp.turning(10, 0, 1, 16), true);
        Warp tilted = warp(Warp.tilting(new double[] {1, 2, 14, 0, 15, 12, 3, 15}, 16), false);
        NDArray copies = Copies.of(face, List.of(Warp.NONE, turned, tilted, Warp.NONE));
        float[] values = face.toFloatArray();
        assertArrayEquals(values, copies.get("0:1").toFloatArray(), 1e-5f);
        assertArrayEquals(values, copies.get("3:4").toFloatArray(), 1e-5f);
        assertTrue(Closeness.relative(copies.get("1:2").toFloatArray(), values) > 0.1);
        assertTrue(Closeness.relative(copies.get("2:3").toFloatArray(), values) > 0.1);
    }

    @Test
    void whatIsTurnedIsFilledFromTheEdgeAndWhatIsTiltedWithZero() {
        NDArray face = manager.ones(new Shape(1, 1, 16, 16));
        Homography far = Homography.of(1, 0, 40, 0, 1, 0, 0, 0, 1);
        NDArray copies = Copies.of(face, List.of(warp(far, true), warp(far, false)));
        assertEquals(1, copies.get("0:1").min().getFloat(), 1e-6);
        assertEquals(0, copies.get("1:2").max().getFloat(), 1e-6);
    }

    @Test
    void drawsStayWithinTheirLimitsAndMoveNothingSideways() {
        Augmentation a = Augmentation.of(2001);
        List<Warp> warps = a.draw(new NoiseSource(5), 112);
        assertEquals(2001, warps.size());
        assertSame(Warp.NONE, warps.get(0));
        int turned = 0;
        int tilted = 0;
        for (Warp w : warps) {
            turned += w.turned().isPresent() ? 1 : 0;
            tilted += w.tilted().isPresent() ? 1 : 0;
            w.turned().ifPresent(AugmentationTest::assertTurnWithinLimits);
            w.tilted().ifPresent(AugmentationTest::assertTiltWithinLimits);
        }
        assertEquals(0.7 * 2000, turned, 80);
        assertEquals(0.7 * 2000, tilted, 80);
    }

    private static void assertTurnWithinLimits(Homography h) {
        assertTrue(Math.abs(Math.toDegrees(Math.atan2(h.m()[3], h.m()[0]))) <= 15);
        assertEquals(55.5, h.x(55.5, 55.5), 1e-9, "the middle stays in its column");
        assertTrue(Math.abs(h.y(55.5, 55.5) - 55.5) <= 11.2);
    }

    private static void assertTiltWithinLimits(Homography h) {
        double[] corners = Warp.corners(112);
        for (int i = 0; i < 8; i += 2) {
            double w = h.w(corners[i], corners[i + 1]);
            double dx = Math.abs(h.x(corners[i], corners[i + 1]) / w - corners[i]);
            double dy = Math.abs(h.y(corners[i], corners[i + 1]) / w - corners[i + 1]);
            assertTrue(dx <= 39.2001 && dy <= 39.2001, dx + ", " + dy);
        }
    }

    @Test
    void theSameSeedDrawsTheSame() {
        Augmentation a = Augmentation.of(8);
        assertEquals(a.draw(new NoiseSource(3), 112), a.draw(new NoiseSource(3), 112));
        assertNotEquals(a.draw(new NoiseSource(3), 112), a.draw(new NoiseSource(4), 112));
        assertThrows(IllegalArgumentException.class, () -> Augmentation.of(0));
    }

    private static Warp warp(Homography h, boolean turned) {
        return new Warp(
                Stream.of(h).filter(x -> turned).findFirst(),
                Stream.of(h).filter(x -> !turned).findFirst());
    }
}
