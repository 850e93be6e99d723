package mien.engine.flame;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.checkpoint.CheckpointException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlameFileTest {

    @TempDir Path folder;

    static List<GoldenCase> models() {
        return TinyFlame.cases();
    }

    static List<GoldenCase> files() {
        return Goldens.with("diffusionrig", "file:landmark_embedding.npy");
    }

    @ParameterizedTest
    @MethodSource("models")
    void thePickledHeadIsTheHeadOfTheGoldenCase(GoldenCase golden) {
        Optional<Path> pickle = besides(golden, "_generic_model.pkl");
        assumeTrue(
                pickle.isPresent(),
                "the pickled head is not among the test's resources; -Dmien.golden names its"
                        + " folder");
        sameHead(golden, pickle.get());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aHeadWrittenAsFlameWritesItIsTheSameHead(GoldenCase golden) throws IOException {
        Path file = Files.write(folder.resolve("forged.pkl"), FlameForge.pickle(golden));
        sameHead(golden, file);
        int shapes = golden.config().get("n_shape").asInt();
        refused(() -> FlameFile.read(file, shapes, 101), "its shape basis has 400 columns");
        refused(() -> FlameFile.read(file, 301, 1), "its shape basis has 400 columns");
    }

    private static void sameHead(GoldenCase golden, Path pickle) {
        int shapes = golden.config().get("n_shape").asInt();
        int expressions = golden.config().get("n_exp").asInt();
        FlameModel.Data read = FlameFile.read(pickle, shapes, expressions);
        FlameModel.Data expected = TinyFlame.model(golden).data();
        assertArrayEquals(expected.template(), read.template());
        assertArrayEquals(expected.shapeBasis(), read.shapeBasis());
        assertArrayEquals(expected.expressionBasis(), read.expressionBasis());
        assertArrayEquals(expected.poseBasis(), read.poseBasis());
        assertArrayEquals(expected.jointRegressor(), read.jointRegressor());
        assertArrayEquals(expected.skinWeights(), read.skinWeights());
        assertArrayEquals(expected.parents(), read.parents());
        assertArrayEquals(expected.faces(), read.faces());
        FlameModel model = new FlameModel(read);
        int v = 3 * model.vertexCount();
        for (int i = 0; i < golden.size("pose", 0); i++) {
            Posed head =
                    model.pose(
                            TinyFlame.row(golden.floats("shape"), i, shapes),
                            TinyFlame.row(golden.floats("exp"), i, expressions),
                            TinyFlame.row(golden.floats("pose"), i, 6),
                            new float[3],
                            new float[6]);
            float[] vertices = TinyFlame.row(golden.floats("verts"), i, v);
            assertRelative("vertices", 1e-4, head.vertices(), vertices);
        }
    }

    /** A file beside a golden case that is named after it. */
    private static Optional<Path> besides(GoldenCase golden, String ending) {
        String folders = System.getProperty("mien.golden", "");
        return Stream.of(folders.split(File.pathSeparator))
                .filter(f -> !f.isBlank())
                .map(f -> Path.of(f, golden.system(), golden.name() + ending))
                .filter(Files::isReadable)
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theLandmarkTableIsThatOfTheGoldenCase(GoldenCase golden) throws IOException {
        Path file = written(golden, "landmark_embedding.npy");
        for (GoldenCase head : models()) {
            Posed posed =
                    TinyFlame.model(head)
                            .pose(
                                    new float[0],
                                    new float[0],
                                    TinyFlame.row(head.floats("pose"), 1, 6),
                                    new float[3],
                                    new float[6]);
            Landmarks read = LandmarkFile.read(file, head.ints("model.f"));
            Landmarks expected = TinyFlame.landmarks(head);
            assertArrayEquals(expected.landmarks2d(posed), read.landmarks2d(posed));
            assertArrayEquals(expected.landmarks3d(posed), read.landmarks3d(posed));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTextureSpaceKeepsEvenRowsAndTheFirstDirections(GoldenCase golden) throws IOException {
        double[] mean = golden.doubles("expect:FLAME_texture_tiny.mean");
        double[] all = golden.doubles("expect:FLAME_texture_tiny.tex_dir");
        int side = golden.size("expect:FLAME_texture_tiny.mean", 0);
        int columns = golden.size("expect:FLAME_texture_tiny.tex_dir", 3);
        TextureAlbedo expected =
                new FlameTexture(side, columns, i -> mean[i], i -> all[i])
                        .albedo(columns - 2, new float[6]);
        for (String name : List.of("FLAME_texture_tiny.npz", "FLAME_texture_tiny_deflated.npz")) {
            TextureAlbedo read =
                    TextureFile.read(written(golden, name), columns - 2)
                            .albedo(columns - 2, new float[6]);
            assertRelative("mean", 1e-6, read.mean(), expected.mean());
            assertEquals(expected.basis().length, read.basis().length);
            for (int k = 0; k < columns - 2; k++) {
                assertRelative("direction " + k, 1e-6, read.basis()[k], expected.basis()[k]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void otherFilesAreRefusedInOneSentence(GoldenCase golden) throws IOException {
        Path small = written(golden, "py2_protocol2.pkl");
        refused(() -> FlameFile.read(small, 2, 1), "its shape basis has");
        refused(() -> LandmarkFile.read(small, new int[3]), "It has no array 'static_lmk");
        refused(() -> TextureFile.read(small, 2), "it has no array 'mean'");
        Path table = written(golden, "landmark_embedding.npy");
        refused(() -> FlameFile.read(table, 2, 1), "it has no array 'v_template'");
        refused(() -> LandmarkFile.read(table, new int[3]), "which the head lacks");
        Path texture = written(golden, "FLAME_texture_tiny.npz");
        refused(() -> TextureFile.read(texture, 1000), "not 1000 directions");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        refused(() -> FlameFile.read(folder.resolve("none.pkl"), 1, 1), "none.pkl does not exist");
    }

    private static void refused(Runnable reading, String why) {
        String message = assertThrows(CheckpointException.class, reading::run).getMessage();
        assertTrue(message.contains(why), message);
        assertTrue(message.endsWith("."), message);
    }

    private Path written(GoldenCase golden, String name) throws IOException {
        return Files.write(folder.resolve(name), golden.bytes("file:" + name));
    }
}
