package mien.engine.evaluate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    @TempDir Path folder;

    @Test
    void theDriversFilesTellModelsAndVersion() throws IOException {
        gpu("0000:01:00.0", "Model: \t\t NVIDIA H200\nIRQ:   42\n");
        gpu("0000:02:00.0", "IRQ:   43\n");
        Files.writeString(
                folder.resolve("version"),
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5 22:23:56 UTC"
                        + " 2024\n"
                        + "GCC version: 12\n");
        Graphics found = Graphics.read(folder);
        assertEquals(List.of("NVIDIA H200", "NVIDIA GPU"), found.models());
        assertEquals(Optional.of("550.54.15"), found.driver());
    }

    @Test
    void theOpenDriverSaysItsVersionFurtherBack() throws IOException {
        Files.writeString(
                folder.resolve("version"),
                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  565.57.01  Release"
                        + " Build\n");
        assertEquals(Optional.of("565.57.01"), Graphics.read(folder).driver());
    }

    private void gpu(String name, String information) throws IOException {
        Path at = Files.createDirectories(folder.resolve("gpus").resolve(name));
        Files.writeString(at.resolve("information"), information);
    }

    @Test
    void whereTheKernelListsNoneTheDriversProgramIsAsked() {
        assertEquals(
                new Graphics(List.of("NVIDIA H200", "NVIDIA L4"), Optional.of("570.86.15")),
                Graphics.asked(
                        List.of("printf", "NVIDIA H200, 570.86.15\\nNVIDIA L4, 570.86.15\\n")));
        Graphics nothing = new Graphics(List.of(), Optional.empty());
        assertEquals(nothing, Graphics.asked(List.of("no-such-program-at-all")));
        assertEquals(nothing, Graphics.asked(List.of("false")));
    }

    @Test
    void withoutADriverThereIsNothing() {
        assertEquals(
                new Graphics(List.of(), Optional.empty()), Graphics.read(folder.resolve("none")));
    }

    @Test
    void theKernelsKilobytesBecomeMebibytes() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("meminfo"), "MemTotal:       2097152 kB\nMemFree: 1 kB\n");
        assertEquals(OptionalLong.of(2048), Memory.entry(file, "MemTotal:"));
        assertEquals(OptionalLong.empty(), Memory.entry(file, "MemAvailable:"));
    }

    @Test
    void theLibrarySaysWhatAutoMeans() {
        Machine m = Machine.inspected();
        assertTrue(List.of("cpu", "cuda").contains(m.device()));
        assertTrue(List.of("float32", "bfloat16").contains(m.precision()));
        assertEquals(m.cuda(), m.device().equals("cuda"));
        assertTrue(m.threads() >= 1);
        assertFalse(m.reason().isBlank());
        assertTrue(m.pytorch().startsWith("2."), m.pytorch());
    }

    @Test
    void thePeakRisesWithWhatIsHeld() {
        try (PeakMemory peak = new PeakMemory()) {
            long before = peak.mebibytes();
            byte[][] held = new byte[96][];
            for (int i = 0; i < held.length; i++) {
                held[i] = new byte[1 << 20];
                Arrays.fill(held[i], (byte) i);
            }
            long after = peak.mebibytes();
            assertEquals(95, held[95][7]);
            assertTrue(after >= before, before + " then " + after);
            assertTrue(after >= 96, "holding 96 MB, a peak of " + after);
        }
    }
}
