package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.engine.Hardware;
import mien.engine.Hardware.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorVerbTest {

    @TempDir Path folder;

    @Test
    void itTellsVersionsDevicePrecisionNativesModelsAndMemory() {
        JsonNode said = new Cli(folder).withTinyPack().run("doctor", "--json").json();
        for (String key : List.of("mien", "java", "os", "djl", "pytorch")) {
            assertTrue(said.path("versions").path(key).isTextual(), key);
        }
        assertTrue(List.of("cpu", "cuda").contains(said.path("device").asText()));
        assertTrue(
                List.of("float32", "bfloat16")
                        .contains(said.path("precision").path("chosen").asText()));
        assertTrue(said.path("precision").path("reason").isTextual());
        assertTrue(said.path("natives").path("library").isTextual());
        assertTrue(said.path("natives").path("cuda").isBoolean());
        assertTrue(said.path("gpu").path("found").isArray());
        assertTrue(said.path("memory").has("free_mb"));
        assertTrue(said.path("memory").path("disk_free_mb").asLong() > 0);
        assertEquals(
                folder.resolve("models").toString(),
                said.path("models").path("folders").get(0).asText());
        assertEquals("tiny", said.path("models").path("packs").get(0).path("id").asText());
        assertEquals(0, said.path("models").path("problems").size());
    }

    @Test
    void aDamagedPackIsAProblemButNoFailure() throws IOException {
        Cli cli = new Cli(folder).withTinyPack();
        Path rig = cli.models().resolve("tiny/rig.safetensors");
        byte[] bytes = Files.readAllBytes(rig);
        bytes[bytes.length - 1] ^= 1;
        Files.write(rig, bytes);
        Files.createDirectories(cli.models().resolve("broken"));
        Files.writeString(cli.models().resolve("broken/pack.json"), "{");
        Cli.Said said = cli.run("doctor", "--json");
        assertEquals(0, said.code());
        assertEquals(2, said.json().path("models").path("problems").size(), said.out());
    }

    @Test
    void withoutJsonItIsALineAnEntry() {
        Cli.Said said = new Cli(folder).run("doctor");
        assertTrue(said.out().contains("precision.chosen"), said.out());
        assertTrue(said.out().matches("(?s).*models.packs\\s+none\\R.*"), said.out());
    }

    private static Hardware with(Hardware.State state, Optional<String> driver) {
        return new Hardware(
                "cpu",
                "float32",
                "r",
                2,
                "2.7.1",
                "/lib",
                List.of(),
                driver,
                Optional.empty(),
                state);
    }

    @Test
    void whatIsMissingForAGpuDependsOnWhatIsThere() {
        Optional<String> none = Optional.empty();
        assertEquals("", GpuVerb.missing(with(State.GPU_RUNS, Optional.of("550.1"))));
        assertTrue(GpuVerb.missing(with(State.NO_GPU, none)).contains("neither was found"));
        assertTrue(
                GpuVerb.missing(with(State.NO_GPU, Optional.of("550.1"))).contains("lists none"));
        assertTrue(GpuVerb.missing(with(State.GPU_IDLE, none)).contains("CUDA build of PyTorch"));
        assertTrue(GpuVerb.missing(with(State.FELL_BACK, none)).contains("gone or finds no GPU"));
        assertTrue(GpuVerb.missing(with(State.NEXT_START, none)).contains("new start"));
    }

    @Test
    void gpuStatusIsAnObject() {
        JsonNode said = new Cli(folder).run("gpu", "status", "--json").json();
        assertTrue(said.path("gpus").isArray());
        assertTrue(said.has("driver"));
        assertTrue(said.path("library").isTextual());
        assertEquals(said.path("cuda").asBoolean(), said.path("missing").asText().isEmpty());
    }

    @Test
    void aFolderThatGpuInstallWouldNotLookAtIsRefused() {
        Cli.Said said = new Cli(folder).run("gpu", "install", folder);
        assertEquals(2, said.code());
        assertTrue(said.err().contains("takes no folder"), said.err());
    }
}
