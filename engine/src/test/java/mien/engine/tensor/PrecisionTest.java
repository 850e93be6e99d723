package mien.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {

    @ParameterizedTest
    @EnumSource
    void namesAreReadBackInAnyCase(Precision precision) {
        assertEquals(precision, Precision.named(precision.label()));
        assertEquals(precision, Precision.named(precision.name()));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> Precision.named("fp8"))
                        .getMessage();
        assertEquals(
                "--precision fp8 is not known: use auto, float32, bfloat16 or float16.", message);
    }

    @Test
    void whatIsAskedForIsKept() {
        assertEquals(Precision.FLOAT32, Precision.FLOAT32.on(Device.gpu()));
        assertEquals(Precision.BFLOAT16, Precision.BFLOAT16.on(Device.cpu()));
        assertEquals("asked for", Precision.FLOAT32.reason(Device.cpu()));
    }

    @Test
    void autoFollowsTheHardware() {
        assertEquals(Precision.FLOAT16, Precision.AUTO.on(Device.gpu()));
        Precision onCpu = Precision.AUTO.on(Device.cpu());
        assertEquals(Devices.cpuHasBfloat16() ? Precision.BFLOAT16 : Precision.FLOAT32, onCpu);
        assertNotEquals(Precision.AUTO, onCpu);
        assertTrue(Precision.AUTO.reason(Device.cpu()).contains("bfloat16"));
        assertTrue(Precision.AUTO.reason(Device.gpu()).contains("GPU"));
    }
}
