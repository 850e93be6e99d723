package mien.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.model.Finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDeskTest {

    @TempDir Path folder;

    private ModelDesk desk() {
        return new ModelDesk(() -> ModelLibrary.of(List.of(folder.resolve("models"))));
    }

    private Path small() {
        return KnownFiles.write(folder.resolve("alex.pth"), KnownFiles.SMALL);
    }

    @Test
    void aFileGoesFromLookingToInstalledToRemoved() {
        ModelDesk desk = desk();
        Finding found = desk.look(small(), Optional.empty());
        assertEquals(Verdict.RECOGNISED, found.verdict());
        assertTrue(found.installable());
        assertEquals(KnownFiles.SMALL, found.checkpoint().orElseThrow().id());
        List<Long> seen = new ArrayList<>();
        ModelPack pack =
                desk.install(found, desk.proposedName(found), false, (done, all) -> seen.add(done));
        assertTrue(seen.size() > 1);
        assertEquals(List.of(pack), desk.library().packs());
        desk.verify(pack.id());
        assertEquals(pack.bytes(), desk.frees(pack.id()));
        assertEquals(KnownFiles.SMALL + "-2", desk.proposedName(found));
        assertEquals(List.of(), desk.remove(pack.id()));
        assertEquals(List.of(), desk.library().packs());
    }

    @Test
    void whatThePersonSaysIsComparedWithThatAloneAndFaultsAreListed() {
        ModelDesk desk = desk();
        Finding wrong = desk.look(small(), Optional.of(other(desk)));
        assertEquals(Verdict.BROKEN, wrong.verdict());
        assertFalse(wrong.installable());
        assertFalse(wrong.missing().isEmpty());
        assertThrows(EditException.class, () -> desk.install(wrong, "x", false, CopyWatcher.NONE));
        assertThrows(EditException.class, () -> desk.look(small(), Optional.of("nothing-such")));
    }

    private static String other(ModelDesk desk) {
        return desk.checkpoints().stream()
                .map(Checkpoint::id)
                .filter(id -> !id.equals(KnownFiles.SMALL))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsNoFileOfWeightsIsRefusedInASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "dear artist");
        EditException refused =
                assertThrows(EditException.class, () -> desk().look(text, Optional.empty()));
        assertTrue(refused.getMessage().contains("letter.txt"), refused.getMessage());
    }

    @Test
    void anInstallationThatIsCancelledBeforeItsFirstByteLeavesNothing() {
        ModelDesk desk = desk();
        Finding found = desk.look(small(), Optional.empty());
        assertThrows(
                Cancelled.class,
                () ->
                        desk.install(
                                found,
                                "x",
                                false,
                                (done, all) -> {
                                    throw new Cancelled();
                                }));
        assertFalse(Files.exists(folder.resolve("models")));
    }
}
