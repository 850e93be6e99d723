package mien.engine.raster;

import static mien.engine.Closeness.assertRelative;
import static mien.engine.Closeness.relative;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.flame.CropTransform;
import mien.engine.flame.EditMode;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Posed;
import mien.engine.flame.TextureAlbedo;
import mien.engine.flame.TinyFlame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DiffusionRig's inference, up to the buffers the network is given. */
class EditTest {
    private static final double BOUND = 1e-4;

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "ffhq_center", "source.shape", "albedo_uv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCentreIsTakenWithTheSourcesOwnShape(GoldenCase golden) {
        float[] centre = new BufferRenderer(rig(golden)).centre(code(golden, "source"));
        assertRelative("centre", BOUND, centre, golden.floats("ffhq_center"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyModeGivesTheOriginalsVerticesAndBuffers(GoldenCase golden) {
        BufferRenderer renderer = new BufferRenderer(rig(golden));
        FlameCode source = code(golden, "source");
        FlameCode target = code(golden, "target");
        Optional<float[]> centre = Optional.of(renderer.centre(source));
        FlameCode mean = source.withShape(golden.floats("mean_shape"));
        for (EditMode mode : EditMode.values()) {
            String word = mode.name().toLowerCase(Locale.ROOT);
            String name = mode == EditMode.EXPRESSION ? "exp" : word;
            FlameCode edited = mean.taking(mode, target);
            Posed head = renderer.placed(edited, centre);
            float[] aligned = golden.floats(name + ".verts_aligned");
            assertRelative(name + " vertices", BOUND, head.vertices(), aligned);
            Buffers ours = renderer.render(edited, crop(golden), size(golden), centre);
            assertBuffers(name, ours, golden.floats(name + ".physic_cond"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainingPicturesAreNotRecentred(GoldenCase golden) {
        FlameCode mean = code(golden, "source").withShape(golden.floats("mean_shape"));
        Buffers ours =
                new BufferRenderer(rig(golden))
                        .render(mean, crop(golden), size(golden), Optional.empty());
        float[] expected = golden.floats("dataset.physic_cond");
        assertBuffers("album", ours, expected);
        assertTrue(
                relative(expected, golden.floats("latent.physic_cond")) > 1e-2,
                "the shift makes no difference, so this case proves nothing");
    }

    /** Pixels beside a border between faces are left out; they may fall to either side. */
    private static void assertBuffers(String what, Buffers ours, float[] golden) {
        float[] nine = ours.nine();
        int n = ours.coverage().length;
        float[] a = nine.clone();
        float[] b = golden.clone();
        int differing = 0;
        for (int p = 0; p < n; p++) {
            boolean apart = false;
            for (int c = 0; c < 9; c++) {
                apart |= Math.abs(nine[c * n + p] - golden[c * n + p]) > 1e-2;
            }
            if (apart) {
                differing++;
                for (int c = 0; c < 9; c++) {
                    a[c * n + p] = 0;
                    b[c * n + p] = 0;
                }
            }
        }
        assertTrue(differing <= n / 1000, what + ": " + differing + " pixels fell elsewhere");
        assertRelative(what + " buffers", BOUND, a, b);
    }

    /** Of the models with the case's faces, the one whose centre is nearest to the case's. */
    private static FaceRig rig(GoldenCase golden) {
        FlameCode source = code(golden, "source");
        float[] centre = golden.floats("ffhq_center");
        return TinyFlame.cases().stream()
                .filter(flame -> Arrays.equals(flame.ints("model.f"), golden.ints("faces")))
                .map(flame -> rig(golden, flame))
                .min(
                        Comparator.comparingDouble(
                                r -> relative(new BufferRenderer(r).centre(source), centre)))
                .orElseThrow();
    }

    private static FaceRig rig(GoldenCase golden, GoldenCase flame) {
        float[] grid = TextureAlbedo.grid(golden.floats("uv"), golden.ints("uvfaces"));
        int size = golden.size("albedo_uv", 2);
        return new FaceRig(
                TinyFlame.model(flame),
                new TextureAlbedo(size, golden.floats("albedo_uv"), new float[0][], grid),
                TinyFlame.landmarks(flame),
                List.of(),
                List.of());
    }

    private static FlameCode code(GoldenCase golden, String who) {
        return new FlameCode(
                golden.floats(who + ".shape"),
                new float[0],
                golden.floats(who + ".exp"),
                golden.floats(who + ".pose"),
                new float[6],
                golden.floats(who + ".cam"),
                golden.floats(who + ".light"));
    }

    private static int size(GoldenCase golden) {
        return golden.config().get("image_size").asInt();
    }

    private static CropTransform crop(GoldenCase golden) {
        float[] matrix = Arrays.copyOf(golden.floats("tform_image_to_crop"), 9);
        return new CropTransform(matrix, size(golden), size(golden));
    }
}
