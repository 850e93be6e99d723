package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The residual networks of DiffusionRig against the originals. */
class ResNetGoldenTest {

    private static final int SHOWN_STAGES = 4;

    static List<GoldenCase> latentEncoders() {
        return Goldens.with("diffusionrig", "image", "eval:z", "train:z");
    }

    static List<GoldenCase> faceEncoders() {
        return Goldens.with("diffusionrig", "image", "params", "code.light", "detail");
    }

    @ParameterizedTest
    @MethodSource("latentEncoders")
    void theLatentEncoderEqualsTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            LatentEncoder encoder =
                    encoder(net.weights(golden.seed()), Statistics.RUNNING, golden.config());
            NDArray image = net.array("image").get("0:1");
            net.assertGolden("eval:z", encoder.forward(image));

            NDArray h = encoder.trunk().stem(image);
            compareShown(net, golden, "mid:maxpool", h);
            for (int stage = 0; stage < SHOWN_STAGES; stage++) {
                h = encoder.trunk().stage(stage, h);
                compareShown(net, golden, "mid:layer" + (stage + 1), h);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("latentEncoders")
    void learningUsesTheBatchAndMovesTheRunningStatistics(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Kept kept = new Kept(new SyntheticWeights(net.manager, golden.seed()), new HashMap<>());
            Weights w = Weights.of(kept, Precision.FLOAT32);
            LatentEncoder encoder = encoder(w, Statistics.BATCH, golden.config());
            net.assertGolden("train:z", encoder.forwardLearning(net.array("image")));
            golden.names().stream()
                    .filter(name -> name.contains("running"))
                    .forEach(
                            name ->
                                    net.assertGolden(
                                            name,
                                            kept.tensors.get(name.replace("train:", "encoder."))));
        }
    }

    @ParameterizedTest
    @MethodSource("faceEncoders")
    void decasEncodersEqualTheOriginals(GoldenCase golden) throws Exception {
        JsonNode seeds = new ObjectMapper().readTree(golden.metadata().get("seeds"));
        try (GoldenNet net = new GoldenNet(golden)) {
            NDArray image = net.array("image");
            DecaEncoder coarse = DecaEncoder.coarse(net.weights(seeds.get("E_flame").asLong()));
            NDArray params = coarse.forward(image);
            net.assertGolden("params", params);

            DecaEncoder.Code code = DecaEncoder.Code.split(golden.floats("params"));
            assertArrayEquals(golden.floats("code.shape"), code.shape());
            assertArrayEquals(golden.floats("code.tex"), code.texture());
            assertArrayEquals(golden.floats("code.exp"), code.expression());
            assertArrayEquals(golden.floats("code.pose"), code.pose());
            assertArrayEquals(golden.floats("code.cam"), code.camera());
            assertArrayEquals(golden.floats("code.light"), code.light());

            ResNet trunk = coarse.regressor().trunk();
            NDArray h = trunk.stem(image);
            compareShown(net, golden, "mid:encoder.maxpool", h);
            for (int stage = 0; stage < SHOWN_STAGES; stage++) {
                h = trunk.stage(stage, h);
                compareShown(net, golden, "mid:encoder.layer" + (stage + 1), h);
            }
            net.assertGolden("mid:encoder", trunk.forward(image, false));

            DecaEncoder detail = DecaEncoder.detail(net.weights(seeds.get("E_detail").asLong()));
            net.assertGolden("detail", detail.forward(image));
        }
    }

    private static LatentEncoder encoder(Weights w, Statistics statistics, JsonNode config) {
        return new LatentEncoder(
                w.at("encoder"),
                new LatentEncoder.Config(64, config.get("latent_dim").asInt()),
                statistics);
    }

    /** Cases show the first channels only, every second pixel of larger maps. */
    private static void compareShown(GoldenNet net, GoldenCase golden, String name, NDArray h) {
        int stride = (int) h.getShape().get(2) / golden.size(name, 2);
        NDIndex shown =
                new NDIndex(":, :%d, ::%d, ::%d".formatted(golden.size(name, 1), stride, stride));
        net.assertGolden(name, h.get(shown));
    }

    /** Keeps what it hands out, as a training does. */
    private record Kept(SyntheticWeights weights, Map<String, NDArray> tensors)
            implements TensorSource {

        @Override
        public NDManager manager() {
            return weights.manager();
        }

        @Override
        public Optional<NDArray> tensor(String name, long... shape) {
            NDArray tensor =
                    tensors.computeIfAbsent(name, n -> weights.tensor(n, shape).orElseThrow());
            return Optional.of(tensor);
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }
}
