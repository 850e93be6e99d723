package mien.engine.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.tensor.Devices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimestepsTest {

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "time.t", "time.embedding128", "time.embedding_odd33");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void embeddingsOfWholeAndFractionalStepsEqualTheOriginals(GoldenCase golden) {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            double[] whole = golden.doubles("time.t");
            double[] fractional = Arrays.stream(whole).map(t -> t + 0.25).toArray();
            assertGolden(golden, "time.embedding128", manager, whole);
            assertGolden(golden, "time.embedding_odd33", manager, fractional);
        }
    }

    private static void assertGolden(
            GoldenCase golden, String name, NDManager manager, double[] steps) {
        NDArray ours = Timesteps.embedding(manager, steps, golden.size(name, 1));
        assertEquals(new Shape(golden.shape(name)), ours.getShape());
        // f₆ of 64 lies so evenly between two float32 numbers that the original took the other one
        Closeness.assertRelative(name, 2e-6, ours.toFloatArray(), golden.floats(name));
    }
}
