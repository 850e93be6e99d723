package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.nn.Timesteps;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * DiffFace's identity-conditional U-Net against the original: the small one, and the released size
 * where its case is given.
 */
class DiffFaceUnetGoldenTest {

    private static final int IDENTITY = 512;

    static List<GoldenCase> cases() {
        return Goldens.with("diffface", "x", "timesteps", "id", "out", "act.id_embed");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNetworkEqualsTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Weights w = net.weights(golden.seed());
            NDArray out = forward(net, golden, new AdmUnet(w, config(golden)));
            net.assertGolden("out", out);
            assertTrue(w.report().repeated().isEmpty(), w.report().sentence());
        }
    }

    /** The bound of the golden README for one deep pass in bfloat16. */
    @ParameterizedTest
    @MethodSource("cases")
    void bfloat16StaysNear(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Weights w = net.weights(golden.seed(), Precision.BFLOAT16);
            NDArray out = forward(net, golden, new AdmUnet(w, config(golden)));
            net.assertGolden("out", out, 3e-2);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyBlockEqualsTheOriginal(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Weights w = net.weights(golden.seed());
            AdmConfig c = config(golden);
            NDArray steps =
                    Timesteps.embedding(net.manager, golden.doubles("timesteps"), c.baseChannels());
            int width = c.embeddingWidth();
            NDArray time =
                    AdmUnet.embed(w.at("time_embed"), c.baseChannels(), width).forward(steps);
            NDArray identity =
                    AdmUnet.embed(w.at("id_embed"), IDENTITY, width).forward(net.array("id"));
            Map<String, NDArray> inside = new LinkedHashMap<>();
            inside.put("time_embed", time);
            inside.put("id_embed", identity);
            AdmCondition e =
                    new AdmCondition(
                            Aten.silu(time.add(identity)),
                            Optional.empty(),
                            Precision.FLOAT32,
                            AdmCondition.Pass.INFERRING);
            InsideUnet.run(w, c, net.array("x"), e, inside);

            golden.names().stream()
                    .filter(name -> name.startsWith("act."))
                    .forEach(name -> net.assertGolden(name, inside.get(name.substring(4))));
        }
    }

    /**
     * Without {@code id_embed} the same file is guided diffusion's, and an identity is no matter.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void withoutIdentitiesItIsTheConditionalOneThatIsToldNone(GoldenCase golden) {
        try (GoldenNet net = new GoldenNet(golden)) {
            Weights w = net.weights(golden.seed());
            AdmUnet plain = new AdmUnet(w, config(golden).withoutIdentity());
            float[] given = forward(net, golden, plain).toFloatArray();
            float[] none =
                    plain.forward(net.array("x"), golden.doubles("timesteps"), Conditions.NONE)
                            .toFloatArray();
            assertArrayEquals(none, given);
            Weights again = net.weights(golden.seed());
            AdmUnet conditional = new AdmUnet(again, config(golden));
            float[] silent =
                    conditional
                            .forward(net.array("x"), golden.doubles("timesteps"), Conditions.NONE)
                            .toFloatArray();
            assertArrayEquals(silent, none);
            assertTrue(Closeness.relative(none, golden.floats("out")) > 1e-2);
        }
    }

    @Test
    void aFileWithoutIdentitiesIsStrictlyWhatItIs() {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            AdmConfig c = config(cases().get(0));
            LiveWeights made = new LiveWeights(manager, false);
            new AdmUnet(Weights.of(made, Precision.FLOAT32), c.withoutIdentity());

            Weights file = Weights.of(new Stored(manager, made.tensors()), Precision.FLOAT32);
            new AdmUnet(file, c.withoutIdentity());
            assertTrue(file.report().clean(), file.report().sentence());
            Weights asked = Weights.of(new Stored(manager, made.tensors()), Precision.FLOAT32);
            new AdmUnet(asked, c);
            assertEquals(
                    List.of(
                            "id_embed.0.weight",
                            "id_embed.0.bias",
                            "id_embed.2.weight",
                            "id_embed.2.bias"),
                    asked.report().missing());
        }
    }

    /** What a file holds, and nothing else. */
    private record Stored(NDManager manager, Map<String, NDArray> tensors) implements TensorSource {

        @Override
        public Optional<NDArray> tensor(String name, long... shape) {
            return Optional.ofNullable(tensors.get(name));
        }

        @Override
        public Set<String> names() {
            return tensors.keySet();
        }
    }

    @Test
    void theReleasedNetworkEqualsTheOriginal() {
        List<GoldenCase> cases = Goldens.given("diffface", "x", "id", "out_strided");
        assumeFalse(cases.isEmpty(), "diffface/unet_id_full256 lies in no golden folder");
        for (GoldenCase golden : cases) {
            try (GoldenNet net = new GoldenNet(golden)) {
                AdmConfig c = config(golden);
                assertEquals(AdmConfig.diffFace256(), c);
                NDArray out = forward(net, golden, new AdmUnet(net.weights(golden.seed()), c));
                net.assertGolden("out_strided", out.get(new NDIndex(":, :, ::2, ::2")));
                NDArray flat = out.reshape(1, c.outChannels(), -1);
                NDArray mean = flat.mean(new int[] {2}, true);
                net.assertGolden("out_channel_mean", mean.squeeze(2));
                NDArray deviation = flat.sub(mean).square().mean(new int[] {2}).sqrt();
                net.assertGolden("out_channel_std", deviation);
            }
        }
    }

    private static NDArray forward(GoldenNet net, GoldenCase golden, AdmUnet unet) {
        return unet.forward(
                net.array("x"), golden.doubles("timesteps"), Conditions.identity(net.array("id")));
    }

    private static AdmConfig config(GoldenCase golden) {
        return AdmConfigs.of(golden.config(), 3, IDENTITY);
    }
}
