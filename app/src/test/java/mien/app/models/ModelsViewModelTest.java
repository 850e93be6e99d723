package mien.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.app.models.ModelsViewModel.Check;
import mien.app.models.ModelsViewModel.Removal;
import mien.app.toy.ManualJobs;
import mien.engine.model.Checkpoint;
import mien.engine.model.Finding.Verdict;
import mien.engine.model.ModelDesk;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsViewModelTest {

    @TempDir private Path folder;

    private ModelsViewModel models;

    @BeforeEach
    void open() {
        models =
                new ModelsViewModel(
                        new ManualJobs(),
                        new ModelDesk(() -> ModelLibrary.of(List.of(folder.resolve("models")))));
    }

    private ImportViewModel take(Path file) {
        models.take(List.of(file));
        return models.imports().get(0);
    }

    private static ImportState.Found found(ImportViewModel file) {
        return assertInstanceOf(ImportState.Found.class, file.stateProperty().get());
    }

    private List<String> installed() {
        return models.libraryProperty().get().orElseThrow().packs().stream()
                .map(ModelPack::id)
                .toList();
    }

    @Test
    void aRecognisedFileIsInstalledAndSeenAtOnce() {
        ImportViewModel file = take(SmallCheckpoint.whole(folder.resolve("a.safetensors")));
        assertEquals(Verdict.RECOGNISED, found(file).finding().verdict());
        assertEquals(SmallCheckpoint.ID, file.nameProperty().get());
        List<ImportState> states = new ArrayList<>();
        file.stateProperty().subscribe(state -> states.add(state));
        file.nameProperty().set("mine");
        file.install();
        assertInstanceOf(ImportState.Installed.class, file.stateProperty().get());
        assertTrue(states.stream().anyMatch(ImportState.Copying.class::isInstance));
        assertEquals(List.of("mine"), installed());
        assertEquals("mine", models.holding(SmallCheckpoint.ID).orElseThrow().id());
    }

    @Test
    void brokenAndUnknownAreToldApartAndNeitherIsInstalled() throws IOException {
        ImportViewModel broken = take(SmallCheckpoint.cutOff(folder.resolve("b.safetensors")));
        assertEquals(Verdict.BROKEN, found(broken).finding().verdict());
        assertEquals(List.of("lin4.model.1.weight"), found(broken).finding().missing());
        broken.install();
        ImportViewModel unknown =
                take(SmallCheckpoint.ofSomethingElse(folder.resolve("u.safetensors")));
        assertEquals(Verdict.UNKNOWN, found(unknown).finding().verdict());
        unknown.install();
        assertEquals(List.of(), installed());
        ImportViewModel text = take(Files.writeString(folder.resolve("t.safetensors"), "hello"));
        ImportState.Failed failed =
                assertInstanceOf(ImportState.Failed.class, text.stateProperty().get());
        assertTrue(failed.why().english().contains("t.safetensors"), failed.why().english());
    }

    @Test
    void theArtistOverridesMienAndTakesItBack() {
        ImportViewModel file = take(SmallCheckpoint.withMore(folder.resolve("m.safetensors")));
        assertEquals(Verdict.BROKEN, found(file).finding().verdict());
        assertFalse(found(file).finding().installable());
        file.say(SmallCheckpoint.ID);
        assertTrue(found(file).finding().installable(), "only more than it needs");
        file.say("deca");
        assertFalse(found(file).finding().missing().isEmpty());
        file.unsay();
        assertEquals(Optional.empty(), found(file).finding().said());
        file.say(SmallCheckpoint.ID);
        file.install();
        assertEquals(List.of(SmallCheckpoint.ID), installed());
    }

    @Test
    void aCopyThatIsCancelledLeavesNothingAndCanBeginAgain() {
        ImportViewModel file = take(SmallCheckpoint.whole(folder.resolve("a.safetensors")));
        file.stateProperty()
                .subscribe(
                        state -> {
                            if (state instanceof ImportState.Checking) {
                                file.cancel();
                            }
                        });
        file.install();
        assertEquals(Verdict.RECOGNISED, found(file).finding().verdict());
        assertEquals(List.of(), installed());
    }

    @Test
    void aLinkedFileStaysWhereItIsWhenItsModelGoes() {
        Path mine = SmallCheckpoint.whole(folder.resolve("a.safetensors"));
        ImportViewModel file = take(mine);
        file.linkProperty().set(true);
        file.install();
        models.askToRemove(SmallCheckpoint.ID);
        assertEquals(
                Optional.of(new Removal(SmallCheckpoint.ID, 0)), models.removalProperty().get());
        assertEquals(List.of(SmallCheckpoint.ID), installed());
        models.keep();
        models.remove();
        assertEquals(List.of(SmallCheckpoint.ID), installed(), "kept");
        models.askToRemove(SmallCheckpoint.ID);
        models.remove();
        assertEquals(List.of(), installed());
        assertTrue(Files.exists(mine));
    }

    @Test
    void aChangedByteIsFound() throws IOException {
        take(SmallCheckpoint.whole(folder.resolve("a.safetensors"))).install();
        models.verify(SmallCheckpoint.ID);
        assertInstanceOf(Check.Sound.class, models.checkProperty(SmallCheckpoint.ID).get());
        Path file = folder.resolve("models").resolve(SmallCheckpoint.ID).resolve("a.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        models.verify(SmallCheckpoint.ID);
        Check.Fault fault =
                assertInstanceOf(Check.Fault.class, models.checkProperty(SmallCheckpoint.ID).get());
        assertTrue(fault.what().english().contains("a.safetensors"), fault.what().english());
    }

    @Test
    void aNameThatIsTakenIsRefusedAndAnotherOneTried() {
        take(SmallCheckpoint.whole(folder.resolve("a.safetensors"))).install();
        ImportViewModel again = take(folder.resolve("a.safetensors"));
        assertEquals(SmallCheckpoint.ID + "-2", again.nameProperty().get());
        again.nameProperty().set(SmallCheckpoint.ID);
        again.install();
        assertInstanceOf(ImportState.Failed.class, again.stateProperty().get());
        again.again();
        again.nameProperty().set("another");
        again.install();
        assertEquals(List.of("another", SmallCheckpoint.ID), installed());
    }

    @Test
    void theSearchWantsAllItsWordsSomewhere() {
        assertTrue(models.found().size() > 40);
        models.searchProperty().set("FLAME license");
        assertTrue(models.found().size() > 1);
        models.searchProperty().set("linear alex.pth");
        assertEquals(
                List.of(SmallCheckpoint.ID), models.found().stream().map(Checkpoint::id).toList());
    }
}
