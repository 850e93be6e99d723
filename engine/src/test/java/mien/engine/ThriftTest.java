package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import mien.engine.edit.RunSettings;
import org.junit.jupiter.api.Test;

class ThriftTest {

    private static final RunSettings CPU = RunSettings.DEFAULT.withDevice("cpu").withSeed(7);

    @Test
    void largeNumbersAreHalvedFirst() {
        RunSettings large = CPU.withPrecision("float32");
        assertEquals(Optional.of(large.withPrecision("bfloat16")), Thrift.smaller(large));
    }

    @Test
    void onTheProcessorThereIsNothingSmallerThanThat() {
        assertEquals(Optional.empty(), Thrift.smaller(CPU.withPrecision("bfloat16")));
    }
}
