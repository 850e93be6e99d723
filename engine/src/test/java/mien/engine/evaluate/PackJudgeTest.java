package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.edit.EditException;
import mien.engine.edit.Pack;
import mien.engine.edit.faceswap.TinySwapPack;
import mien.engine.model.ModelPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackJudgeTest {

    @TempDir Path folder;

    /** With the network that guides in the place of the one that judges. */
    private record Bribed(ModelPack pack) implements Pack {
        @Override
        public String id() {
            return pack.id();
        }

        @Override
        public Path file(String role) {
            return pack.file(role.equals("judge") ? "identity" : role);
        }

        @Override
        public JsonNode section(String name) {
            return pack.section(name);
        }
    }

    private static <E extends RuntimeException> E refused(Class<E> kind, Pack pack) {
        NDManager manager = NDManager.newBaseManager(null, "PyTorch");
        E refusal =
                assertThrows(kind, () -> PackJudge.of(pack, picture -> Optional.empty(), manager));
        assertFalse(manager.isOpen(), "what was loaded is freed");
        return refusal;
    }

    @Test
    void aJudgeThatCannotBeMadeLeavesNothingLoaded() throws IOException {
        EditException none = refused(EditException.class, TinySwapPack.bare(folder, "tiny"));
        assertTrue(none.getMessage().contains("judge"), none.getMessage());
    }

    @Test
    void aFileWithMoreThanTheNetworkThatJudgesIsRefused() throws IOException {
        Pack bribed = new Bribed(TinySwapPack.judged(folder, "tiny"));
        String why = refused(CheckpointException.class, bribed).getMessage();
        assertTrue(why.startsWith("The file 'judge' of the model 'tiny' does not fit"), why);
    }
}
