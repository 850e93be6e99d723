package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.edit.relight.RelightModel;
import mien.engine.model.ModelPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainVerbTest {

    private static final String RECIPE =
            """
            {"name": "tiny-%1$s", "learns": {"%1$s": %3$s},
             "data": {"people": 2, "looks": 2, "firstSeed": 5},
             "optimiser": {"beta2": 0.99, "decay": 0, "clip": 1, "ema": 0.9, "precision": "float32"},
             "stages": [{"size": 64, "batch": 1, "accumulate": 1, "steps": %2$d, "warmUp": 0, "rate": 1e-4, "endRate": 1e-4}],
             "seed": 1, "start": ""}
            """;

    private static final String TINY_FACES =
            "{\"depths\": [1, 1, 1, 1], \"excitation\": false, \"base\": 4, \"embedding\": 8, \"side\": 32}";

    private static final Map<String, String> LEARNERS =
            Map.of(
                    "identity",
                    """
                    {"role": "identity", "network": %s, "margin": 0.1, "growing": 1, "scale": 8, "traits": 1}
                    """
                            .formatted(TINY_FACES),
                    "swap",
                    """
                    {"predicts": "V",
                     "unet": {"numChannels": 32, "channelMult": [1, 1], "numResBlocks": 1, "normGroups": 8,
                              "attentionFactor": 2, "resblockUpdown": false, "dropout": 0, "checkpointing": false},
                     "identity": {"file": "IDENTITY", "network": %s},
                     "otherLook": 0.5, "p2Gamma": 0, "bound": 1, "alike": 0.1, "alikeEvery": 1, "deep": 0.4, "deepShare": 0.4, "swapped": 0.5,
                     "emphasis": {"face": 3, "eyes": 15}}
                    """
                            .formatted(TINY_FACES),
                    "parser",
                    """
                    {"side": 64, "network": {"base": 4, "classes": 19, "auxiliary": true}}
                    """,
                    "rig",
                    """
                    {"predicts": "V",
                     "unet": {"numChannels": 32, "channelMult": [1, 1], "numResBlocks": 1, "normGroups": 8,
                              "attentionFactor": 2, "resblockUpdown": true, "dropout": 0, "checkpointing": false},
                     "latentDim": 8, "encoderWidth": 8, "otherLook": 0.5, "p2Gamma": 0, "thumbnail": 0, "thumbnailPairs": 0, "head": 2}
                    """,
                    "estimator",
                    """
                    {"width": 8, "hidden": 16}""");

    @TempDir Path folder;

    private Path recipe(String learns, int steps) throws IOException {
        return Files.writeString(folder.resolve(learns + ".json"), text(learns, steps));
    }

    /** A recipe for a tiny network. */
    static String text(String learns, int steps) {
        return RECIPE.formatted(learns, steps, LEARNERS.get(learns));
    }

    @Test
    void aTrainingRunsInAProcessOfItsOwnAndMakesAPackThatWorks() throws IOException {
        Cli cli = new Cli(folder);
        Path pack = cli.models().resolve("fresh");
        Cli.Said rig = cli.run("train", recipe("rig", 1), "--pack", pack, "--json");
        assertEquals(0, rig.code(), rig.err());
        assertEquals(1, rig.json().path("steps").asInt(), rig.out());
        assertTrue(Files.exists(Path.of(rig.json().path("out").asText())));
        assertTrue(Files.exists(cli.cache().resolve("train/tiny-rig/state.safetensors")));

        Cli.Said estimator = cli.run("train", recipe("estimator", 1), "--pack", pack, "--json");
        assertEquals(0, estimator.code(), estimator.err());
        RelightModel model = RelightModel.of(ModelPack.read(pack));
        assertEquals(64, model.size());
        assertEquals(8, model.unet().latentWidth());
        JsonNode training = ModelPack.read(pack).section("training");
        assertEquals("tiny-rig", training.path("rig").path("recipe").asText());
        assertEquals(1, training.path("estimator").path("steps").asInt());

        Path portrait = Cli.portrait(folder.resolve("p.png"), 1_000_000);
        Cli.Said edit =
                cli.run(
                        "relight",
                        "--portrait",
                        portrait,
                        "--out",
                        folder.resolve("o.png"),
                        "--steps",
                        2,
                        "--yaw",
                        10);
        assertEquals(0, edit.code(), edit.err());
    }

    /** A recipe with batches of four. */
    private Path four(String learns, int steps) throws IOException {
        Path file = recipe(learns, steps);
        return Files.writeString(
                file, Files.readString(file).replace("\"batch\": 1", "\"batch\": 4"));
    }

    @Test
    void whoLearnsToKnowPeopleNeedsTwoLooksOfTwo() throws IOException {
        Cli.Said said = new Cli(folder).run("train", recipe("identity", 1));
        assertEquals(ExitCode.BAD_INPUT, said.code());
        assertTrue(said.err().contains("4 pictures a batch"), said.err());
    }

    @Test
    void aFaceSwapPackIsBroughtUpToDateRoleByRole() throws IOException {
        Cli cli = new Cli(folder);
        Path pack = cli.models().resolve("faces");
        Cli.Said identity = cli.run("train", four("identity", 2), "--pack", pack, "--json");
        assertEquals(0, identity.code(), identity.err());
        String recognised = pack.resolve("identity.safetensors").toString();
        Path swap = four("swap", 1);
        Files.writeString(swap, Files.readString(swap).replace("IDENTITY", recognised));
        Cli.Said unet = cli.run("train", swap, "--pack", pack, "--json");
        assertEquals(0, unet.code(), unet.err());
        Cli.Said parser = cli.run("train", four("parser", 1), "--pack", pack, "--json");
        assertEquals(0, parser.code(), parser.err());

        ModelPack made = ModelPack.read(pack);
        assertEquals(SwapModel.SYSTEM, made.system());
        SwapModel model = SwapModel.of(made);
        assertEquals(64, model.size());
        assertEquals(8, model.unet().identityWidth());
        assertEquals(6, model.unet().outChannels());
        assertEquals(32, model.identity().side());
        assertEquals(64, made.section("parser").path("side").asInt());
        JsonNode training = made.section("training");
        assertEquals(2, training.path("identity").path("steps").asInt());
        assertTrue(training.path("unet").path("held_out").path("psnr_100").isNumber());
        assertTrue(training.path("parser").path("held_out").path("iou").isNumber());
    }

    @Test
    void resumingWithoutAStateIsRefused() throws IOException {
        Cli.Said said = new Cli(folder).run("train", recipe("rig", 1), "--resume");
        assertEquals(ExitCode.BAD_INPUT, said.code());
        assertTrue(said.err().startsWith("--resume: nothing was saved"), said.err());
    }

    @Test
    void aPackKeepsWhatTheOtherRoleLeft() throws IOException {
        Cli cli = new Cli(folder).withTinyPack();
        Path pack = cli.models().resolve("tiny");
        String rigBefore = ModelPack.read(pack).files().get("rig").sha256();
        Cli.Said said = cli.run("train", recipe("estimator", 1), "--pack", pack);
        assertEquals(0, said.code(), said.err());
        ModelPack after = ModelPack.read(pack);
        assertEquals("tiny", after.id());
        assertEquals("2", after.version());
        assertEquals(rigBefore, after.files().get("rig").sha256());
        assertEquals("ddim5", after.section("diffusion").path("default_sampling").asText());
        assertEquals(
                List.of("estimator", "rig"), after.files().keySet().stream().sorted().toList());
    }
}
