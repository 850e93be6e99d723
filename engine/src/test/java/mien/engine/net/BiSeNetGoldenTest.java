package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Synthetic;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser of faces against the original. */
class BiSeNetGoldenTest {

    private static final int BASE = 64;

    /** Ties to within the bound. */
    private static final double AGREEING = 0.9995;

    static List<GoldenCase> cases() {
        return Goldens.with("diffface", "x", "out16_strided", "out32_strided", "argmax");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allThreeAnswersEqualTheOriginals(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            BiSeNet parser = parser(net, golden);
            NDArray x = net.array("x");
            BiSeNet.Answers answers = parser.forwardAll(x);
            net.assertShown(golden.has("out") ? "out" : "out_strided", answers.out());
            net.assertShown("out16_strided", answers.out16());
            net.assertShown("out32_strided", answers.out32());
            assertClasses(golden, "argmax", answers.out());
            net.assertShown(golden.has("out") ? "out" : "out_strided", parser.forward(x));
            net.assertShown("out32_strided", parser.forwardLearning(x).out32());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPartEqualsTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            parts(parser(net, golden), net.array("x"))
                    .forEach((name, part) -> net.assertShown("act." + name, part));
        }
    }

    /** The way to the first answer, what leaves each part under its key. */
    private static Map<String, NDArray> parts(BiSeNet parser, NDArray x) {
        Map<String, NDArray> parts = new LinkedHashMap<>();
        BiSeNetContext context = parser.context;
        NDArray h = context.trunk.stem(x);
        parts.put("cp.resnet.maxpool", h);
        for (int stage = 0; stage < 4; stage++) {
            h = context.trunk.stage(stage, h);
            parts.put("cp.resnet.layer" + (stage + 1), h);
        }
        parts.put("cp.conv_avg", context.average.forward(Aten.meanMap(h)));
        parts.put("cp.arm32", context.arm32.forward(h));
        parts.put("cp.arm16", context.arm16.forward(parts.get("cp.resnet.layer3")));
        BiSeNetContext.Maps maps = context.forward(x, false);
        parts.put("cp.conv_head32", maps.up32());
        parts.put("cp.conv_head16", maps.up16());
        parts.put("ffm", parser.fusion.forward(Aten.concatChannels(maps.f8(), maps.up16())));
        parts.put("conv_out", parser.out.forward(parts.get("ffm")));
        return parts;
    }

    @Test
    void theWorkingSizeGivesTheOriginalsAnswer() {
        List<GoldenCase> large = Goldens.given("diffface", "x_seed_name", "argmax_strided");
        assumeFalse(large.isEmpty(), "diffface/bisenet_512 lies in no golden folder");
        for (GoldenCase golden : large) {
            try (GoldenNet net = new GoldenNet(golden)) {
                String name = new String(golden.bytes("x_seed_name"), StandardCharsets.UTF_8);
                int side = 512;
                float[] pixels = Synthetic.normal(name, golden.seed(), 3 * side * side);
                NDArray x = net.manager.create(pixels, new Shape(1, 3, side, side));
                net.assertShown("x_strided", x);
                NDArray out = parser(net, golden).forward(x);
                net.assertShown("out_strided", out);
                assertClasses(golden, "argmax_strided", out);
            }
        }
    }

    private static void assertClasses(GoldenCase golden, String name, NDArray logits) {
        int stride = (int) logits.getShape().get(2) / golden.size(name, 1);
        NDArray shown = logits.get(new NDIndex(":, :, ::%d, ::%d".formatted(stride, stride)));
        long[] ours = shown.argMax(1).toType(DataType.INT64, false).toLongArray();
        long[] theirs = golden.longs(name);
        int same = 0;
        for (int i = 0; i < theirs.length; i++) {
            same += ours[i] == theirs[i] ? 1 : 0;
        }
        assertTrue(same >= AGREEING * theirs.length, same + " of " + theirs.length + " agree");
    }

    private static BiSeNet parser(GoldenNet net, GoldenCase golden) {
        BiSeNet.Config c = new BiSeNet.Config(BASE, golden.config().get("n_classes").asInt(), true);
        return new BiSeNet(net.weights(golden.seed()), c, Statistics.RUNNING);
    }
}
