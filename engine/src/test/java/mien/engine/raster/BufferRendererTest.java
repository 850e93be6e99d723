package mien.engine.raster;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Landmarks;
import mien.engine.flame.Posed;
import mien.engine.flame.TextureAlbedo;
import mien.engine.flame.TinyFlame;
import mien.engine.flame.VertexAlbedo;
import mien.engine.flame.VertexNormals;
import mien.engine.flame.WeakPerspective;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BufferRendererTest {
    private static final double BOUND = 1e-4;
    private static final float TINY_WEIGHT = 1e-4f;

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "raster_vertices", "uvfaces", "physic_cond");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cameraCropAndNormalsEqualTheOriginal(GoldenCase golden) {
        for (int i = 0; i < golden.size("verts", 0); i++) {
            float[] vertices = batch(golden, "verts", i);
            float[] seen = WeakPerspective.of(batch(golden, "cam", i)).project(vertices);
            assertRelative("projection", BOUND, seen, batch(golden, "flipped", i));
            float[] points = crop(golden, i).toPicture(seen);
            assertRelative("picture points", BOUND, points, batch(golden, "image_points", i));
            float[] normals = VertexNormals.of(vertices, golden.ints("faces"));
            assertRelative("normals", BOUND, normals, batch(golden, "vertex_normals", i));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void facesWeightsAndDepthsEqualTheOriginal(GoldenCase golden) {
        int[] faces = golden.ints("faces");
        int height = golden.size("pix_to_face", 1);
        int width = golden.size("pix_to_face", 2);
        for (int i = 0; i < golden.size("verts", 0); i++) {
            float[] points = batch(golden, "raster_vertices", i);
            Fragments seen = Rasteriser.rasterise(points, faces, width, height);
            int[] expected = packed(golden, i, faces.length / 3);
            float[] bary = batch(golden, "bary", i);
            float[] z = batch(golden, "zbuf", i);
            for (int p = 0; p < expected.length; p++) {
                boolean doubtful = tiny(bary, p) || tiny(seen.bary(), p);
                assertTrue(doubtful || expected[p] == seen.face()[p], "face of pixel " + p);
                if (expected[p] == seen.face()[p]) {
                    assertEquals(z[p], seen.z()[p], 1e-4, "depth of pixel " + p);
                    for (int k = 3 * p; k < 3 * p + 3; k++) {
                        assertEquals(bary[k], seen.bary()[k], 1e-3, "weight of pixel " + p);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNineChannelsEqualTheOriginal(GoldenCase golden) {
        int[] faces = golden.ints("faces");
        TextureAlbedo albedo = albedo(golden);
        int height = golden.size("physic_cond", 2);
        int width = golden.size("physic_cond", 3);
        for (int i = 0; i < golden.size("verts", 0); i++) {
            FaceRig rig = StillHead.rig(batch(golden, "verts", i), faces, albedo);
            FlameCode code =
                    rig.neutral(1)
                            .withCamera(batch(golden, "cam", i))
                            .withLight(batch(golden, "light", i));
            Posed head = StillHead.posed(rig);
            Buffers ours =
                    new BufferRenderer(rig).render(head, code, crop(golden, i), width, height);
            boolean[] sure = sure(golden, i, ours, faces.length / 3);
            int n = width * height;
            float[] nine = batch(golden, "physic_cond", i);
            assertRelative("nine channels", BOUND, kept(ours.nine(), sure), kept(nine, sure));
            assertRelative(
                    "rendered",
                    BOUND,
                    kept(ours.rendered(), sure),
                    kept(TinyFlame.row(nine, 0, 3 * n), sure));
            assertRelative(
                    "normals",
                    BOUND,
                    kept(ours.normals(), sure),
                    kept(TinyFlame.row(nine, 1, 3 * n), sure));
            assertRelative(
                    "albedo",
                    BOUND,
                    kept(ours.albedo(), sure),
                    kept(TinyFlame.row(nine, 2, 3 * n), sure));
        }
    }

    @Test
    void renderedIsAlbedoTimesShadingAndNothingLiesOutsideTheHead() {
        FaceRig rig = quad();
        float[] light = new float[FlameCode.LIGHT];
        light[9] = 1; // red light from the front
        FlameCode code = rig.neutral(0.5f).withLight(light);
        Buffers seen =
                new BufferRenderer(rig).render(code, CropTransform.IDENTITY, 8, Optional.empty());
        int inside = 3 * 8 + 4;
        assertEquals(1, seen.coverage()[inside]);
        assertEquals(0.5f * 1.02332675f, seen.rendered()[inside], 1e-5);
        assertEquals(0, seen.rendered()[64 + inside]);
        assertEquals(1, seen.normals()[128 + inside], 1e-6);
        for (int c = 0; c < 9; c++) {
            assertEquals(0, seen.nine()[64 * c]);
        }
        Picture lit = seen.renderedPicture();
        int red = (int) (0.5f * 1.02332675f * 255 + 0.5f);
        assertEquals(0xff000000 | red << 16, lit.argb()[inside]);
    }

    @Test
    void recentringBringsTheCentreBack() {
        FaceRig rig = quad();
        BufferRenderer renderer = new BufferRenderer(rig);
        FlameCode turned = rig.neutral(0.5f).withPose(new float[] {0.4f, 0, 0.9f, 0, 0, 0});
        float[] goal = {0.25f, -0.125f, 0.5f};
        float[] centre =
                Landmarks.portraitCentre(
                        rig.landmarks().landmarks2d(renderer.placed(turned, Optional.of(goal))));
        assertArrayEquals(goal, centre, 1e-6f);
    }

    @Test
    void aHeadOnAWidePictureKeepsItsRows() {
        FaceRig rig = quad();
        FlameCode code = rig.neutral(0.5f);
        BufferRenderer renderer = new BufferRenderer(rig);
        Posed head = renderer.placed(code, Optional.empty());
        Buffers wide = renderer.render(head, code, CropTransform.IDENTITY, 16, 8);
        Buffers square = renderer.render(head, code, CropTransform.IDENTITY, 8, 8);
        for (int y = 0; y < 8; y++) {
            assertEquals(square.coverage()[8 * y + 3], wide.coverage()[16 * y + 7], "row " + y);
        }
    }

    /** A grey square from −1 to 1, facing the viewer, its landmarks on its first corner. */
    private static FaceRig quad() {
        float[] vertices = {-1, -1, 0, 1.1f, -1, 0, 1, 1.1f, 0, -1, 1, 0};
        int[] faces = {0, 1, 2, 0, 2, 3};
        float[] grey = new float[12];
        Arrays.fill(grey, 0.5f);
        return StillHead.rig(vertices, faces, new VertexAlbedo(grey, new float[0][], faces));
    }

    private static TextureAlbedo albedo(GoldenCase golden) {
        float[] grid = TextureAlbedo.grid(golden.floats("uv"), golden.ints("uvfaces"));
        int size = golden.size("albedo_uv", 2);
        return new TextureAlbedo(size, golden.floats("albedo_uv"), new float[0][], grid);
    }

    private static CropTransform crop(GoldenCase golden, int i) {
        return new CropTransform(
                batch(golden, "tform_image_to_crop", i),
                golden.config().get("w").asInt(),
                golden.config().get("h").asInt());
    }

    private static float[] batch(GoldenCase golden, String tensor, int i) {
        float[] all = golden.floats(tensor);
        return TinyFlame.row(all, i, all.length / golden.size(tensor, 0));
    }

    /** Face numbers of one mesh; the original counts on through the batch. */
    private static int[] packed(GoldenCase golden, int i, int faces) {
        int[] all = golden.ints("pix_to_face");
        int n = all.length / golden.size("pix_to_face", 0);
        int[] one = new int[n];
        for (int p = 0; p < n; p++) {
            int face = all[i * n + p];
            one[p] = face < 0 ? -1 : face - i * faces;
        }
        return one;
    }

    /** Pixels whose triangle cannot be in doubt. */
    private static boolean[] sure(GoldenCase golden, int i, Buffers ours, int faces) {
        int[] expected = packed(golden, i, faces);
        float[] bary = batch(golden, "bary", i);
        boolean[] sure = new boolean[expected.length];
        int doubtful = 0;
        for (int p = 0; p < sure.length; p++) {
            sure[p] = !tiny(bary, p);
            doubtful += sure[p] ? 0 : 1;
            boolean same = expected[p] >= 0 == ours.coverage()[p] > 0;
            assertTrue(!sure[p] || expected[p] < 0 || same, "coverage of pixel " + p);
        }
        assertTrue(doubtful < sure.length / 100, doubtful + " pixels in doubt");
        return sure;
    }

    private static boolean tiny(float[] bary, int p) {
        float least = Math.min(bary[3 * p], Math.min(bary[3 * p + 1], bary[3 * p + 2]));
        return least >= 0 && least < TINY_WEIGHT;
    }

    private static float[] kept(float[] planar, boolean[] pixels) {
        float[] out = planar.clone();
        for (int i = 0; i < out.length; i++) {
            if (!pixels[i % pixels.length]) {
                out[i] = 0;
            }
        }
        return out;
    }
}
