package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The face detector at its published width against the original. */
class S3fdGoldenTest {

    static List<GoldenCase> cases() {
        return Stream.of(
                        Goldens.with("diffface", "x", "cls0", "reg5"),
                        Goldens.given("diffusionrig", "net_input", "cls0", "reg5"))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMapEqualsTheOriginal(GoldenCase golden) {
        compare(golden, Precision.FLOAT32, GoldenNet.BOUND);
    }

    /** The bound of the golden README for one deep pass in bfloat16. */
    @ParameterizedTest
    @MethodSource("cases")
    void bfloat16StaysNear(GoldenCase golden) {
        compare(golden, Precision.BFLOAT16, 3e-2);
    }

    private static void compare(GoldenCase golden, Precision precision, double bound) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Weights w = net.weights(golden.seed(), precision);
            S3fd detector = new S3fd(w, S3fd.Config.published());
            NDArray x = net.array(golden.has("x") ? "x" : "net_input");
            List<S3fd.Level> levels = detector.forward(x);
            for (int i = 0; i < levels.size(); i++) {
                net.assertGolden("cls" + i, levels.get(i).classes(), bound);
                net.assertGolden("reg" + i, levels.get(i).offsets(), bound);
            }
            assertTrue(!golden.has("cls" + levels.size()), "the original has more levels");
            assertTrue(w.report().repeated().isEmpty(), w.report().sentence());
        }
    }
}
