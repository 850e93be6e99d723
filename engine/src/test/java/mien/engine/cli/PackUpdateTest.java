package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mien.engine.edit.relight.TinyPack;
import mien.engine.model.ModelPack;
import mien.engine.train.Recipe;
import mien.engine.train.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs whose update ends in the middle. */
class PackUpdateTest {

    private static final String NAME = "estimator.safetensors";

    @TempDir Path folder;
    private Path pack;
    private Path network;
    private PackUpdate update;

    @BeforeEach
    void begin() throws IOException {
        Path recipe =
                Files.writeString(folder.resolve("r.json"), TrainVerbTest.text("estimator", 1));
        update = PackUpdate.of(Recipe.read(recipe), new RunFolder.Facts(1, 1, 1, 1, Map.of()));
        pack = folder.resolve("pack");
        TinyPack.write(pack, "tiny");
        network = folder.resolve("new");
        Files.write(network, new byte[] {1, 2, 3});
    }

    @Test
    void whereverAnUpdateEndsThePackIsSoundAndTheNextOneMakesItWhole() throws IOException {
        int all = update.parts(network, pack).size();
        for (int done = 0; done <= all; done++) {
            Files.write(network, new byte[] {1, 2, (byte) done});
            List<Runnable> parts = update.parts(network, pack);
            parts.subList(0, Math.min(done, parts.size())).forEach(Runnable::run);
            ModelPack.read(pack).verify();

            Files.write(network, new byte[] {4, 5, 6, (byte) done});
            ModelPack after = update.write(network, pack);
            after.verify();
            assertEquals(NAME, after.files().get("estimator").path());
            assertEquals(-1, Files.mismatch(network, pack.resolve(NAME)));
            assertFalse(Files.exists(pack.resolve("estimator.next.safetensors")));
        }
    }

    @Test
    void aSecondUpdateMayEndAnywhereToo() throws IOException {
        update.parts(network, pack).subList(0, 2).forEach(Runnable::run);
        for (Runnable part : update.parts(network, pack)) {
            part.run();
            ModelPack.read(pack).verify();
        }
    }
}
