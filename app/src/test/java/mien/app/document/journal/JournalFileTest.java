package mien.app.document.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {

    private static final List<String> STEPS = List.of("one", "", "three: a longer step", "four");

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("journal");
    }

    @Test
    void recordsComeBackInOrder() throws IOException {
        write();
        assertEquals(STEPS, read());
        try (JournalFile journal = JournalFile.open(file())) {
            journal.append("five".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("five", read().get(4));
    }

    @Test
    void aTornTailIsCutWhereverItWasTorn() throws IOException {
        byte[] whole = write();
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            List<String> left = read();
            assertEquals(STEPS.subList(0, left.size()), left);
            try (JournalFile journal = JournalFile.open(file())) {
                journal.append("on".getBytes(StandardCharsets.UTF_8));
            }
            List<String> after = read();
            assertEquals(left.size() + 1, after.size(), "torn at " + length);
            assertEquals("on", after.get(left.size()));
        }
    }

    @Test
    void aDamagedRecordIsLeftOutAndLaterOnesAreRead() throws IOException {
        byte[] whole = write();
        whole[8 + 8] ^= 1; // in "one"
        Files.write(file(), whole);
        assertEquals(STEPS.subList(1, 4), read());
    }

    @Test
    void aJournalCanBeginAgainWithOneRecord() throws IOException {
        write();
        try (JournalFile journal = JournalFile.open(file())) {
            journal.restart("all".getBytes(StandardCharsets.UTF_8));
            journal.append("more".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("all", "more"), read());
    }

    @Test
    void damagedJournalsAreReadAsFarAsTheyAreSound() throws IOException {
        byte[] whole = write();
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file(), damaged);
            assertTrue(STEPS.containsAll(read()), "file " + i);
        }
    }

    private byte[] write() throws IOException {
        Files.deleteIfExists(file());
        try (JournalFile journal = JournalFile.open(file())) {
            for (String step : STEPS) {
                journal.append(step.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.readAllBytes(file());
    }

    private List<String> read() throws IOException {
        return JournalFile.read(file()).records().stream()
                .map(r -> new String(r, StandardCharsets.UTF_8))
                .toList();
    }
}
