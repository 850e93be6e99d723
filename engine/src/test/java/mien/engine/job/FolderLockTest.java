package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderLockTest {

    @TempDir Path folder;

    @Test
    void onlyOneOfAProgramHasAFolder() throws IOException {
        FolderLock lock = FolderLock.take(folder).orElseThrow();
        assertTrue(FolderLock.take(folder).isEmpty());
        lock.close();
        FolderLock.take(folder).orElseThrow().close();
    }

    @Test
    void onlyOneProgramHasAFolderAndItsDeathSetsItFree() throws Exception {
        Process other = LockHolder.start(folder, "held");
        assertTrue(FolderLock.take(folder).isEmpty());
        LockHolder.end(LockHolder.start(folder, "refused"));
        other.destroyForcibly().waitFor();
        FolderLock lock = FolderLock.take(folder).orElseThrow();
        LockHolder.end(LockHolder.start(folder, "refused"));
        lock.remove();
        try (Stream<Path> left = Files.list(folder)) {
            assertFalse(left.findAny().isPresent(), "nothing of it is left");
        }
    }
}
