package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
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
            net.assertShown("mid:maxpool", h);
            for (int stage = 0; stage < SHOWN_STAGES; stage++) {
                h = encoder.trunk().stage(stage, h);
                net.assertShown("mid:layer" + (stage + 1), h);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("latentEncoders")
    void learningUsesTheBatchAndMovesTheRunningStatistics(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            LiveWeights kept = LiveWeights.of(net.manager, golden.seed());
            Weights w = Weights.of(kept, Precision.FLOAT32);
            LatentEncoder encoder = encoder(w, Statistics.BATCH, golden.config());
            net.assertGolden("train:z", encoder.forwardLearning(net.array("image")));
            golden.names().stream()
                    .filter(name -> name.contains("running"))
                    .forEach(
                            name ->
                                    net.assertGolden(
                                            name,
                                            kept.tensors()
                                                    .get(name.replace("train:", "encoder."))));
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
            net.assertShown("mid:encoder.maxpool", h);
            for (int stage = 0; stage < SHOWN_STAGES; stage++) {
                h = trunk.stage(stage, h);
                net.assertShown("mid:encoder.layer" + (stage + 1), h);
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
}
