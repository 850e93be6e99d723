package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.nn.Layers.Statistics;
import mien.engine.nn.Timesteps;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * DiffusionRig's U-Net against the original: the small variants, and the released size where its
 * case is given.
 */
class DiffusionRigUnetGoldenTest {

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "x", "t", "physic_cond", "detail_cond", "out");
    }

    static Stream<GoldenCase> casesWithInside() {
        return cases().stream().filter(golden -> golden.has("mid:middle_block"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNetworkEqualsTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Weights w = net.weights(golden.seed());
            NDArray code = net.array("detail_cond");
            if (golden.has("x_start")) {
                code =
                        new LatentEncoder(
                                        w.at("encoder"),
                                        LatentEncoder.Config.diffusionRig(),
                                        Statistics.RUNNING)
                                .forward(net.array("x_start"));
                net.assertGolden("detail_cond", code);
            }
            AdmUnet unet = new AdmUnet(w.at("denoisingUNet"), config(golden));
            NDArray out = unet.forward(input(net), golden.doubles("t"), Conditions.latent(code));
            net.assertGolden("out", out);
            assertTrue(w.report().repeated().isEmpty(), w.report().sentence());
        }
    }

    /** The bound of the golden README for one deep pass in bfloat16. */
    @ParameterizedTest
    @MethodSource("casesWithInside")
    void bfloat16StaysNear(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Weights w = net.weights(golden.seed(), Precision.BFLOAT16).at("denoisingUNet");
            AdmUnet unet = new AdmUnet(w, config(golden));
            Conditions code = Conditions.latent(net.array("detail_cond"));
            net.assertGolden("out", unet.forward(input(net), golden.doubles("t"), code), 3e-2);
        }
    }

    @ParameterizedTest
    @MethodSource("casesWithInside")
    void everyBlockEqualsTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Weights w = net.weights(golden.seed()).at("denoisingUNet");
            AdmConfig c = config(golden);
            NDArray embedding =
                    Timesteps.embedding(net.manager, golden.doubles("t"), c.baseChannels());
            NDArray emb =
                    AdmUnet.embed(w.at("time_embed"), c.baseChannels(), c.embeddingWidth())
                            .forward(embedding);
            Map<String, NDArray> inside = new LinkedHashMap<>();
            inside.put("timestep_embedding", embedding);
            inside.put("time_embed", emb);
            AdmCondition e =
                    new AdmCondition(
                            Aten.silu(emb),
                            Optional.of(Aten.silu(net.array("detail_cond"))),
                            Precision.FLOAT32,
                            AdmCondition.Pass.INFERRING);
            InsideUnet.run(w, c, input(net), e, inside);

            golden.names().stream()
                    .filter(name -> name.startsWith("mid:"))
                    .forEach(name -> net.assertGolden(name, inside.get(name.substring(4))));
        }
    }

    private static AdmConfig config(GoldenCase golden) {
        return AdmConfigs.of(golden.config(), golden.config().get("in_channels").asInt(), 0);
    }

    /** [x, rendered, normal, albedo]. */
    private static NDArray input(GoldenNet net) {
        return Aten.concatChannels(net.array("x"), net.array("physic_cond"));
    }
}
