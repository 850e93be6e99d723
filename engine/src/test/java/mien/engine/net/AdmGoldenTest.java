package mien.engine.net;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.tensor.Aten;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ADM U-Net of guided diffusion and its encoder against the original, each option on and off.
 */
class AdmGoldenTest {

    record Variant(GoldenCase golden, String name, JsonNode config) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        for (GoldenCase golden : Goldens.find("diffface", "adm_base_variants")) {
            golden.config()
                    .properties()
                    .iterator()
                    .forEachRemaining(
                            e -> variants.add(new Variant(golden, e.getKey(), e.getValue())));
        }
        return variants;
    }

    static Stream<Variant> unets() {
        return variants().stream().filter(v -> !v.config.has("pool"));
    }

    static Stream<Variant> encoders() {
        return variants().stream().filter(v -> v.config.has("pool"));
    }

    @ParameterizedTest
    @MethodSource("unets")
    void theUnetEqualsTheOriginal(Variant v) {
        try (GoldenNet net = new GoldenNet(v.golden)) {
            NDArray x = net.array(v.name + ".x");
            if (v.golden.has(v.name + ".low_res")) { // super-resolution sees the small picture too
                int side = (int) x.getShape().get(2);
                x =
                        Aten.concatChannels(
                                x, Aten.bilinear(net.array(v.name + ".low_res"), side, side));
            }
            AdmConfig c = AdmConfigs.of(v.config, (int) x.getShape().get(1), 0);
            AdmUnet unet = new AdmUnet(net.weights(v.golden.seed()), c);
            Conditions conditions =
                    v.golden.has(v.name + ".y")
                            ? Conditions.labels(v.golden.ints(v.name + ".y"))
                            : Conditions.NONE;
            double[] steps = v.golden.doubles(v.name + ".timesteps");
            net.assertGolden(v.name + ".out", unet.forward(x, steps, conditions));
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theEncoderEqualsTheOriginal(Variant v) {
        try (GoldenNet net = new GoldenNet(v.golden)) {
            NDArray x = net.array(v.name + ".x");
            AdmConfig c = AdmConfigs.of(v.config, (int) x.getShape().get(1), 0);
            Weights w = net.weights(v.golden.seed());
            EncoderUnet encoder = new EncoderUnet(w, c, (int) x.getShape().get(2));
            double[] steps = v.golden.doubles(v.name + ".timesteps");
            net.assertGolden(v.name + ".out", encoder.forward(x, steps));
        }
    }
}
