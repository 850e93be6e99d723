package mien.engine.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mien.engine.net.AdmConfig.Heads;
import mien.engine.net.AdmConfig.Resampling;

/**
 * Configurations of golden cases, read from the options of the authors' scripts, and a small one.
 */
public final class AdmConfigs {

    private AdmConfigs() {}

    /** Two levels over conditions of twelve channels; with a film, also by a code of eight. */
    static AdmConfig small(Resampling resampling, boolean film, double dropout) {
        return new AdmConfig(
                12,
                3,
                32,
                List.of(1., 2.),
                1,
                Set.of(2),
                Heads.count(2),
                resampling,
                film,
                film ? 8 : 0,
                0,
                0,
                dropout,
                AdmConfig.GROUPS);
    }

    /**
     * Scripts speak of {@code num_channels} and sides; the class itself of {@code model_channels}
     * and factors.
     */
    public static AdmConfig of(JsonNode c, int inChannels, int identityWidth) {
        boolean script = c.has("num_channels");
        int side = c.get("image_size").asInt();
        int out =
                script ? c.path("learn_sigma").asBoolean() ? 6 : 3 : c.get("out_channels").asInt();
        Set<Integer> factors = new LinkedHashSet<>();
        for (double number : numbers(c.get("attention_resolutions"))) {
            factors.add((int) (script ? side / number : number));
        }
        List<Double> multipliers = numbers(c.get("channel_mult"));
        boolean latent = c.has("latent_dim");
        return new AdmConfig(
                inChannels,
                out,
                c.get(script ? "num_channels" : "model_channels").asInt(),
                multipliers.isEmpty() ? defaults(side) : multipliers,
                c.get("num_res_blocks").asInt(),
                factors,
                heads(c),
                resampling(c),
                c.path("use_scale_shift_norm").asBoolean(false),
                latent ? c.get("latent_dim").asInt() : 0,
                c.path("num_classes").asInt(0),
                identityWidth,
                c.path("dropout").asDouble(0),
                AdmConfig.GROUPS);
    }

    private static Heads heads(JsonNode c) {
        int width = c.path("num_head_channels").asInt(-1);
        Heads heads = width > 0 ? Heads.width(width) : Heads.count(c.path("num_heads").asInt(1));
        return c.path("use_new_attention_order").asBoolean(false) ? heads.ordered() : heads;
    }

    private static Resampling resampling(JsonNode c) {
        if (c.path("resblock_updown").asBoolean(false)) {
            return Resampling.RES_BLOCK;
        }
        return c.path("conv_resample").asBoolean(true)
                ? Resampling.CONVOLUTION
                : Resampling.POOLING;
    }

    /** A list, or a text of numbers with commas. */
    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        if (node.isTextual()) {
            Stream.of(node.asText().split(","))
                    .filter(t -> !t.isBlank())
                    .forEach(t -> numbers.add(Double.valueOf(t.strip())));
        } else {
            node.forEach(n -> numbers.add(n.asDouble()));
        }
        return numbers;
    }

    /** Reference diffusionrig.md §2.1. */
    private static List<Double> defaults(int side) {
        return switch (side) {
            case 512 -> List.of(0.5, 1., 1., 2., 2., 4., 4.);
            case 256 -> List.of(1., 1., 2., 2., 4., 4.);
            case 128 -> List.of(1., 1., 2., 3., 4.);
            case 64 -> List.of(1., 2., 3., 4.);
            default -> throw new AssertionError("no default multipliers for " + side);
        };
    }
}
