package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Synthetic;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The landmark network at its published width against the original. */
class FanGoldenTest {

    private static final int SIDE = 256;

    static List<GoldenCase> published() {
        return Goldens.with("diffface", "x_u8like_strided", "hm0_strided", "hm3_argmax");
    }

    @ParameterizedTest
    @MethodSource("published")
    void theHeatMapsOfAllHourglassesEqualTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            float[] pixels = Synthetic.normal("x", golden.seed(), 3 * SIDE * SIDE);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) (1 / (1 + Math.exp(-pixels[i])));
            }
            NDArray x = net.manager.create(pixels, new Shape(1, 3, SIDE, SIDE));
            net.assertGolden("x_u8like_strided", every(8, x), 1e-6);

            Fan fan = fan(net, golden);
            double bound = Double.parseDouble(golden.metadata().get("bound"));
            List<NDArray> maps = fan.forwardLearning(x);
            net.assertGolden("hm0_strided", every(4, maps.get(0)), bound);
            NDArray last = fan.forward(x);
            if (golden.has("hm3_strided")) {
                net.assertGolden("hm3_strided", every(2, last), bound);
            }
            NDArray flat = last.reshape(golden.size("hm3_argmax", 0), -1);
            assertArrayEquals(golden.longs("hm3_argmax"), flat.argMax(1).toLongArray());
        }
    }

    @Test
    void theHeatMapsOfOneAndOfFourHourglassesEqualTheOriginal() {
        for (GoldenCase golden : given("image", "heatmaps0")) {
            try (GoldenNet net = new GoldenNet(golden)) {
                List<NDArray> maps = fan(net, golden).forwardLearning(net.array("image"));
                assertEquals(golden.config().get("num_modules").asInt(), maps.size());
                for (int i = 0; i < maps.size(); i++) {
                    int stride = golden.config().get("stride").asInt();
                    net.assertGolden("heatmaps" + i, every(stride, maps.get(i)));
                }
            }
        }
    }

    @Test
    void everyPartEqualsTheOriginal() {
        for (GoldenCase golden : given("image", "mid:m0.b2_plus_1")) {
            try (GoldenNet net = new GoldenNet(golden)) {
                Map<String, NDArray> inside = new LinkedHashMap<>();
                run(net.weights(golden.seed()), net.array("image"), inside);
                golden.names().stream()
                        .filter(name -> name.startsWith("mid:"))
                        .forEach(
                                name -> {
                                    NDArray part = inside.get(name.substring(4));
                                    NDIndex first = new NDIndex(":, :%d".formatted(4));
                                    net.assertGolden(name, every(2, part.get(first)));
                                });
            }
        }
    }

    private static List<GoldenCase> given(String... tensors) {
        List<GoldenCase> cases = Goldens.given("diffusionrig", tensors);
        assumeFalse(cases.isEmpty(), "diffusionrig/fan_* lie in no golden folder");
        return cases;
    }

    /** The way to the end of the first hourglass, what leaves each part noted under its key. */
    private static void run(Weights w, NDArray image, Map<String, NDArray> inside) {
        NDArray h = Layers.conv2d(w.at("conv1"), new Kernel(3, 64, 7, 2, 3)).forward(image);
        inside.put("conv1", h);
        h = Aten.relu(Layers.batchNorm(w.at("bn1"), 64, Statistics.RUNNING).forward(h));
        h = block(w, "conv2", 64, 128, h, inside);
        h = block(w, "conv3", 128, 128, Aten.averagePool2(h), inside);
        NDArray entered = block(w, "conv4", 128, 256, h, inside);

        block(w, "m0.b1_4", 256, 256, entered, inside);
        h = entered;
        for (int level = 4; level > 0; level--) {
            h = block(w, "m0.b2_" + level, 256, 256, Aten.averagePool2(h), inside);
        }
        block(w, "m0.b2_plus_1", 256, 256, h, inside);
        Weights again = w.at("m0"); // a second reading of the same names, for this test only
        inside.put("m0", new Hourglass(again, 256, Statistics.RUNNING).forward(entered));
        block(w, "top_m_0", 256, 256, inside.get("m0"), inside);
    }

    private static NDArray block(
            Weights w, String key, int in, int out, NDArray x, Map<String, NDArray> inside) {
        NDArray y = new FanBlock(w.at(key), in, out, Statistics.RUNNING).forward(x);
        inside.put(key, y);
        return y;
    }

    private static NDArray every(int stride, NDArray maps) {
        return maps.get(new NDIndex(":, :, ::%d, ::%d".formatted(stride, stride)));
    }

    private static Fan fan(GoldenNet net, GoldenCase golden) {
        int hourglasses = golden.config().get("num_modules").asInt();
        Fan.Config c = new Fan.Config(hourglasses, 256, 68);
        return new Fan(net.weights(golden.seed()), c, Statistics.RUNNING);
    }
}
