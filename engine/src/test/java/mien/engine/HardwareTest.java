package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import mien.engine.Hardware.State;
import mien.engine.edit.EditException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareTest {

    @TempDir Path folder;

    @Test
    void anIdleGpuAndALostLibraryAreToldApartFromNoGpuAtAll() {
        Optional<Path> none = Optional.empty();
        Optional<Path> there = Optional.of(folder);
        Optional<Path> gone = Optional.of(folder.resolve("gone"));
        assertEquals(State.NO_GPU, Hardware.state(false, false, none, none));
        assertEquals(State.GPU_IDLE, Hardware.state(false, true, none, none));
        assertEquals(State.GPU_RUNS, Hardware.state(true, true, there, there));
        assertEquals(State.NEXT_START, Hardware.state(false, true, there, none));
        assertEquals(State.FELL_BACK, Hardware.state(false, true, there, there));
        assertEquals(State.FELL_BACK, Hardware.state(false, true, gone, none));
    }

    @Test
    void whatThisMachineRunsOnIsSaid() {
        Hardware now = Hardware.found();
        assertTrue(now.threads() >= 1);
        assertTrue(now.pytorch().startsWith("2.7"), now.pytorch());
        assertTrue(Hardware.peakMemory() >= Hardware.memory() - 1 && Hardware.memory() > 10);
    }

    @Test
    void withoutTheLauncherNothingCanBeChosen() {
        EditException refused = assertThrows(EditException.class, () -> Hardware.useBundled());
        assertTrue(refused.getMessage().contains("./studio"), refused.getMessage());
    }
}
