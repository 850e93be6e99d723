package mien.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.model.ImportPlan.Item;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.KnownCheckpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelImportTest {

    private static final KnownCheckpoints KNOWN = KnownCheckpoints.standard();

    @TempDir Path folder;

    private ModelImport imports() {
        return new ModelImport(ModelLibrary.of(List.of(folder.resolve("models"))), KNOWN);
    }

    private Path small() {
        return KnownFiles.write(folder.resolve("alex.pth"), KnownFiles.SMALL);
    }

    private List<Path> installed() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("models"))) {
            return files.toList();
        }
    }

    @Test
    void aCopyThatIsEndedHalfWayLeavesNothing() throws IOException {
        ModelImport imports = imports();
        ImportPlan plan = imports.plan(small(), Optional.empty());
        List<Long> seen = new ArrayList<>();
        assertThrows(
                Cancelled.class,
                () ->
                        imports.install(
                                plan,
                                "x",
                                false,
                                (done, all) -> {
                                    seen.add(done);
                                    assertTrue(done <= all);
                                    throw new Cancelled();
                                }));
        assertEquals(1, seen.size());
        assertEquals(List.of(), installed());
    }

    @Test
    void whatAKilledImportLeftIsNoModelAndIsClearedByTheNext() throws IOException {
        ModelImport imports = imports();
        ImportPlan plan = imports.plan(small(), Optional.empty());
        ModelPack whole = imports.install(plan, "x", false, CopyWatcher.NONE);
        Path half = whole.folder().resolveSibling(".importing-x");
        Files.move(whole.folder(), half); // killed between writing the description and the move
        assertEquals(List.of(), imports.library().refreshed().packs());
        ModelPack again = imports.install(plan, "x", false, CopyWatcher.NONE);
        assertFalse(Files.exists(half));
        assertEquals(List.of(again), imports.library().refreshed().packs());
    }

    @Test
    void aFileWithAStrangeNameGetsItsRoleForAName() throws IOException {
        Path strange = Files.move(small(), folder.resolve("a..b!.safetensors"));
        ImportPlan plan = imports().plan(strange, Optional.empty());
        assertEquals("measure.safetensors", plan.items().get(0).path());
        assertEquals(
                "pack.json.copy", planned(Files.copy(strange, folder.resolve("pack.json.copy"))));
        assertEquals("measure.json", planned(Files.copy(strange, folder.resolve("pack.json"))));
    }

    private String planned(Path file) {
        return imports().plan(file, Optional.empty()).items().get(0).path();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bisenet", "lightweight-pose", "vq-f4", "taesd-encoder"})
    void aPyTorchFileWithAnUnknownObjectBesideItsNetworkIsRecognisedAndChecked(String id)
            throws IOException {
        Map<String, Shape> tensors = KNOWN.named(id).orElseThrow().tensors().shapes();
        Path file = TorchZipFile.write(folder.resolve("model.ckpt"), "state_dict", tensors);
        Inspected inspected = Inspected.of(file, KNOWN);
        assertEquals("PyTorch zip", inspected.container());
        assertEquals(tensors.size(), inspected.tensors());
        Recognised found =
                assertInstanceOf(Recognised.class, inspected.identification(), inspected::status);
        assertEquals("state_dict.", found.prefix());
        assertEquals(id, imports().plan(file, Optional.empty()).id());
    }

    @Test
    void aPublishedPartIsFoundByTheCheckpointItHolds() {
        ModelImport imports = imports();
        ModelPack pack =
                imports.install(
                        imports.plan(small(), Optional.empty()), "mine", false, CopyWatcher.NONE);
        ModelLibrary library = imports.library().refreshed();
        assertEquals(Optional.of(pack), library.holding("lpips-alex"));
        assertEquals(Optional.empty(), library.holding("alexnet"));
        assertEquals(Optional.empty(), library.preferred("transfer-pose"));
        EditException e =
                assertThrows(
                        EditException.class,
                        () -> library.choose("transfer-pose", Optional.of("mine")));
        assertTrue(e.getMessage().contains("published part"), e.getMessage());
    }

    @Test
    void aStableDiffusionFolderIsOnePack() throws IOException {
        Path model = Files.createDirectories(folder.resolve("stable-diffusion-2-1-base"));
        EmptyFiles.write(model.resolve("unet/diffusion_pytorch_model.safetensors"), "sd21-unet");
        EmptyFiles.write(model.resolve("vae/diffusion_pytorch_model.fp16.safetensors"), "sd-vae");
        EmptyFiles.write(model.resolve("vae/diffusion_pytorch_model.safetensors"), "sd-vae-2022");
        Path text = model.resolve("text_encoder/model.safetensors");
        EmptyFiles.write(text, "openclip-text-sd21");
        Files.writeString(model.resolve("model_index.json"), "{}");
        Files.createDirectory(model.resolve("scheduler"));
        Files.writeString(model.resolve("scheduler/scheduler_config.json"), "{}");

        ImportPlan plan = imports().plan(model, Optional.empty());
        assertEquals("sd21-folder", plan.id());
        assertEquals("swap-subject", plan.main().system());
        assertEquals(
                List.of(
                        "unet/diffusion_pytorch_model.safetensors",
                        "vae/diffusion_pytorch_model.safetensors",
                        "text_encoder/model.safetensors",
                        "model_index.json",
                        "scheduler/scheduler_config.json"),
                plan.items().stream().map(Item::path).toList());
        assertEquals(
                List.of("unet", "vae", "text"),
                plan.items().stream()
                        .filter(i -> i.network().isPresent())
                        .map(Item::role)
                        .toList());

        EmptyFiles.write(text, "clip-text-sd15");
        assertSentence(model, "mixes two models");
        EmptyFiles.write(text, "sd-vae");
        assertSentence(model, "another network where its text should be");
        Files.delete(text);
        assertSentence(model, "no .safetensors and no .bin");
        assertSentence(folder, "a folder without 'unet'");
    }

    private void assertSentence(Path model, String part) {
        EditException e =
                assertThrows(EditException.class, () -> imports().plan(model, Optional.empty()));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @Test
    void noFileIsTheReadersOwnSentence() {
        CheckpointException e =
                assertThrows(
                        CheckpointException.class,
                        () -> imports().plan(folder.resolve("none.pt"), Optional.empty()));
        assertTrue(e.getMessage().contains("none.pt does not exist"), e.getMessage());
    }
}
