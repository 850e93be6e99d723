package mien.engine.flame;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Mutations;
import mien.engine.checkpoint.CheckpointException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged heads, landmark tables and texture spaces are refused in a sentence, or read. */
class DamagedFlameFilesTest {

    private static final long MOST_BYTES = 64 << 20;

    @TempDir Path folder;

    static List<GoldenCase> files() {
        return Goldens.with("diffusionrig", "file:landmark_embedding.npy");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDamagedLandmarkTable(GoldenCase golden, TestReporter reporter) {
        int[] faces = TinyFlame.cases().get(0).ints("model.f");
        List<byte[]> sound = List.of(golden.bytes("file:landmark_embedding.npy"));
        damaged(sound, file -> LandmarkFile.read(file, faces), reporter);
    }

    @Test
    void aDamagedHead(TestReporter reporter) {
        List<byte[]> sound = TinyFlame.cases().stream().map(FlameForge::pickle).toList();
        damaged(sound, file -> FlameFile.read(file, 100, 50), reporter);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDamagedTextureSpace(GoldenCase golden, TestReporter reporter) {
        List<byte[]> sound =
                List.of(
                        golden.bytes("file:FLAME_texture_tiny.npz"),
                        golden.bytes("file:FLAME_texture_tiny_deflated.npz"));
        damaged(sound, file -> TextureFile.read(file, 2).albedo(2, new float[6]), reporter);
    }

    private void damaged(List<byte[]> sound, Consumer<Path> reader, TestReporter reporter) {
        Path file = folder.resolve("damaged.bin");
        Mutations mutations = new Mutations(sound.size(), MOST_BYTES, CheckpointException.class);
        int refused =
                mutations.over(
                        sound,
                        bytes -> {
                            write(file, bytes);
                            reader.accept(file);
                        });
        reporter.publishEntry("refused", Integer.toString(refused));
        assertTrue(refused > 20, "only " + refused + " were refused");
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
