package mien.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ArcFace against the original, at every depth there is a case of. */
class ArcFaceGoldenTest {

    private static final int BASE = 64;
    private static final double FLOAT16 = 5e-3;
    private static final double BFLOAT16 = 3e-2;

    static List<GoldenCase> cases() {
        return Goldens.with("diffface", "x", "out", "out_unit");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theVectorEqualsTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            ArcFace arcFace = arcFace(net, golden, Precision.FLOAT32);
            NDArray x = net.array("x");
            NDArray vector = arcFace.forward(x);
            net.assertGolden("out", vector);
            net.assertGolden("out_unit", vector.div(vector.norm(new int[] {1}, true)));
            net.assertGolden("out", arcFace.forwardLearning(x));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStageEqualsTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            ArcFace arcFace = arcFace(net, golden, Precision.FLOAT32);
            NDArray h = arcFace.stem(net.array("x").get("0:1"));
            net.assertShownIfThere("act.maxpool", h);
            for (int stage = 0; stage < 4; stage++) {
                h = arcFace.stage(stage, h, false);
                net.assertShownIfThere("act.layer" + (stage + 1), h);
            }
        }
    }

    /** The shallowest cases: processors without half precision take minutes for the deep ones. */
    static List<GoldenCase> shallow() {
        int least = cases().stream().mapToInt(ArcFaceGoldenTest::blocks).min().orElseThrow();
        return cases().stream().filter(golden -> blocks(golden) == least).toList();
    }

    private static int blocks(GoldenCase golden) {
        return depths(golden).stream().mapToInt(Integer::intValue).sum();
    }

    @ParameterizedTest
    @MethodSource("shallow")
    void halfPrecisionStaysNear(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            NDArray x = net.array("x");
            net.assertGolden("out", arcFace(net, golden, Precision.FLOAT16).forward(x), FLOAT16);
            net.assertGolden("out", arcFace(net, golden, Precision.BFLOAT16).forward(x), BFLOAT16);
        }
    }

    private static List<Integer> depths(GoldenCase golden) {
        List<Integer> depths = new ArrayList<>();
        golden.config().get("layers").forEach(n -> depths.add(n.asInt()));
        return depths;
    }

    private static ArcFace arcFace(GoldenNet net, GoldenCase golden, Precision precision) {
        return new ArcFace(
                net.weights(golden.seed(), precision),
                new ArcFace.Config(
                        depths(golden),
                        golden.config().get("use_se").asBoolean(),
                        BASE,
                        golden.size("out", 1),
                        golden.size("x", 2)),
                Statistics.RUNNING);
    }
}
