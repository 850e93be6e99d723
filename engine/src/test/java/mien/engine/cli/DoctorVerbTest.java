package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.engine.evaluate.machine.Graphics;
import mien.engine.evaluate.machine.Machine;
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

    private static Machine with(boolean cuda) {
        return new Machine(
                "cpu", 2, "float32", "r", "2.7.1", "0.35.1", "/lib", cuda, Optional.empty());
    }

    @Test
    void whatIsMissingForAGpuDependsOnWhatIsThere() {
        Graphics none = new Graphics(List.of(), Optional.empty());
        Graphics driver = new Graphics(List.of(), Optional.of("550.1"));
        Graphics card = new Graphics(List.of("NVIDIA H200"), Optional.of("550.1"));
        assertEquals("", GpuVerb.missing(card, with(true)));
        assertTrue(GpuVerb.missing(none, with(false)).contains("NVIDIA GPU with its driver"));
        assertTrue(GpuVerb.missing(driver, with(false)).contains("lists none"));
        assertTrue(GpuVerb.missing(card, with(false)).contains("CUDA build of PyTorch 2.7.1"));
    }

    @Test
    void gpuStatusIsAnObject() {
        JsonNode said = new Cli(folder).run("gpu", "status", "--json").json();
        assertTrue(said.path("gpus").isArray());
        assertTrue(said.has("driver"));
        assertTrue(said.path("library").isTextual());
        assertEquals(said.path("cuda").asBoolean(), said.path("missing").asText().isEmpty());
    }
}
