package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mien.engine.edit.faceswap.ExpertSizes;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.model.ModelPack;
import mien.engine.model.TorchZipFile;
import mien.engine.model.known.KnownCheckpoints;
import mien.engine.net.AdmConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the published networks' names and shapes become one model for face swap. */
class ModelsCombineTest {

    @TempDir static Path folder;

    private static Cli cli;

    @BeforeAll
    static void imported() throws IOException {
        cli = new Cli(folder);
        take("diffface", "Model.pt", "state_dict");
        take("arcface-r18se", "Arcface.tar", "model");
        take("arcface-r18", "Other.tar", "model");
        take("bisenet", "FaceParser.pth", "state_dict");
        take("lpips-alex", "alex.pth", "state_dict");
    }

    private static void take(String id, String name, String section) throws IOException {
        Path file =
                TorchZipFile.write(
                        folder.resolve(name),
                        section,
                        KnownCheckpoints.standard().named(id).orElseThrow().tensors().shapes());
        Cli.Said said = cli.run("models", "import", file, "--link");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("license    "), said.out());
    }

    private static String refused(String... ids) {
        List<Object> words = new ArrayList<>(List.of("models", "combine", "--as", "no"));
        words.addAll(List.of(ids));
        Cli.Said said = cli.run(words.toArray());
        assertEquals(2, said.code(), said.out());
        return said.err();
    }

    @Test
    void aWholeModelIsMadeAndEveryLicenseIsSaid() {
        Cli.Said said =
                cli.run(
                        "models",
                        "combine",
                        "diffface",
                        "arcface-r18se",
                        "bisenet",
                        "--as",
                        "whole",
                        "--link");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("academic and non-commercial use only"), said.out());
        assertTrue(said.out().contains("InsightFace-v2"), said.out());
        ModelPack pack = ModelPack.read(cli.models().resolve("whole"));
        assertEquals(SwapModel.SYSTEM, pack.system());
        assertTrue(pack.published().isEmpty(), "no part any more");
        assertTrue(pack.license().contains("non-commercial"), pack.license());
        SwapModel model = SwapModel.of(pack);
        assertEquals(AdmConfig.diffFace256(), model.unet());
        assertEquals(List.of(2, 2, 2, 2), model.identity().depths());
        assertEquals(
                ExpertSizes.Parser.published().side(),
                SwapModel.expert(pack, "parser", ExpertSizes.Parser.class).side());
        assertEquals("state_dict", pack.within("unet"));
        assertEquals("model", pack.within("identity"));
        String listed = cli.run("models", "list", "--json").out();
        assertTrue(listed.contains("\"whole\""), listed);
    }

    @Test
    void whatIsMissingTwiceThereOrOutOfPlaceIsOneSentence() {
        String missing = refused("diffface", "bisenet");
        assertTrue(missing.contains("needs identity as well"), missing);
        String twice = refused("diffface", "arcface-r18se", "arcface-r18", "bisenet");
        assertTrue(twice.contains("Both 'arcface-r18se' and 'arcface-r18'"), twice);
        assertTrue(refused("lpips-alex").contains("no face swap needs"));
        assertTrue(refused("nobody").contains("No model 'nobody'"));
        assertFalse(cli.models().resolve("no").toFile().exists());
    }
}
