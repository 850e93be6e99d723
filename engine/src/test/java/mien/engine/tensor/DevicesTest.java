package mien.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class DevicesTest {

    @Test
    void namesMeanDevices() {
        assertEquals(Device.cpu(), Devices.named("cpu"));
        assertEquals(Devices.best(), Devices.named("auto"));
    }

    @Test
    void anUnknownDeviceIsAnsweredWithTheKnownOnes() {
        assertEquals(
                "--device tpu is not known: use auto, cpu or cuda.",
                assertThrows(IllegalArgumentException.class, () -> Devices.named("tpu"))
                        .getMessage());
    }

    @Test
    void askingForAGpuThatCannotBeUsedSaysSo() {
        assumeFalse(Devices.best().isGpu());
        String message =
                assertThrows(IllegalArgumentException.class, () -> Devices.named("cuda"))
                        .getMessage();
        assertTrue(message.contains("cannot use a GPU"), message);
    }

    @Test
    void anIdleGpuIsReportedExactlyWhenOneIsPresentAndUnused() {
        boolean idle = Devices.nvidiaGpus() > 0 && !Devices.best().isGpu();
        assertEquals(idle, Devices.idleGpu().isPresent());
    }
}
