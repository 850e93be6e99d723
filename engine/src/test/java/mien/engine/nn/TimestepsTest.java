package mien.engine.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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
    void embeddingsEqualTheOriginalsAtEvenAndOddWidths(GoldenCase golden) {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            for (String name : List.of("time.embedding128", "time.embedding_odd33")) {
                int width = golden.size(name, 1);
                NDArray ours = Timesteps.embedding(manager, golden.doubles("time.t"), width);
                assertEquals(new Shape(golden.shape(name)), ours.getShape());
                // f₆ lies between two float32 numbers so evenly that the original took the other one
                Closeness.assertRelative(name, 2e-6, ours.toFloatArray(), golden.floats(name));
            }
        }
    }
}
