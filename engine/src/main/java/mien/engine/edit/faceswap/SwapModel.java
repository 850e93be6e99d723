package mien.engine.edit.faceswap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.Schedule;
import mien.engine.edit.Pack;
import mien.engine.edit.Section;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmOptions;
import mien.engine.net.AdmUnet;
import mien.engine.net.ArcFace;
import mien.engine.nn.Layers.Statistics;

/**
 * What a face-swap pack's shapes do not tell; the sections {@code network}, {@code diffusion} and
 * one for each expert of its description, named like the expert's file.
 *
 * @param size side of the pictures, pixels
 * @param unet the denoising network; one whose identity width is 0 knows nobody, and guidance alone
 *     carries the identity
 * @param diffusion how it was trained to denoise
 * @param identity the network that tells whose face it sees
 */
public record SwapModel(int size, AdmConfig unet, Diffusion diffusion, ArcFace.Config identity) {

    /** The id of the editing system the packs are for. */
    public static final String SYSTEM = "swap-face";

    /** The denoising network. */
    public static final String UNET = "unet";

    /** Tells faces apart. */
    public static final String IDENTITY = "identity";

    /** The roles of the files without which nothing is swapped. */
    public static final Set<String> NEEDED = Set.of(UNET, IDENTITY, ExpertSizes.PARSER);

    private static final int COLOURS = 3;

    /**
     * @param steps T of the training
     * @param schedule {@code linear} or {@code cosine}
     * @param prediction what the network predicts; the published one predicts ε
     * @param sampling the respacing used when no number of steps is asked for, such as {@code 100}
     * @param skipped how many of the noisiest steps of it are left out, such as 25, unless the
     *     model's {@link SwapDefaults} or a person say another depth
     */
    public record Diffusion(
            int steps, String schedule, Target prediction, String sampling, int skipped) {

        public Diffusion {
            int all = respaced(sampling, steps);
            int most = (int) Math.floor(all * (1 - SwapGuidance.LEAST_DEPTH));
            if (skipped < 0 || skipped > most) {
                throw new IllegalArgumentException(
                        "Of a chain of %d steps 0 to %d can be skipped, not %d."
                                .formatted(all, most, skipped));
            }
        }

        /** As the program runs its own network (reference diffface.md §1). */
        public static Diffusion published() {
            return new Diffusion(1000, "linear", Target.EPSILON, "100", 25);
        }

        /** The chain the network was trained on. */
        public Schedule chain() {
            return schedule.equals("cosine") ? Schedule.cosine(steps) : Schedule.linear(steps);
        }

        /** How many steps the chain is respaced to. */
        public int respaced() {
            return respaced(sampling, steps);
        }

        private static int respaced(String sampling, int steps) {
            return Respacing.parse(sampling).timesteps(steps).length;
        }

        /** The share of the chain that is walked. */
        public double depth() {
            return (respaced() - skipped) / (double) respaced();
        }

        /** How the network's output is read: not clipped, with a learned variance (§3). */
        public Parameterisation parameterisation() {
            return new Parameterisation(prediction, false, Parameterisation.Variance.LEARNED_RANGE);
        }
    }

    /**
     * Reads a pack's description strictly.
     *
     * @throws mien.engine.edit.EditException if an entry is missing, unknown or out of range
     */
    public static SwapModel of(Pack pack) {
        Section network = new Section(pack, "network");
        AdmOptions options = network.read(AdmOptions.class);
        int identity = network.whole("identity_dim");
        AdmOptions.Ends ends = new AdmOptions.Ends(COLOURS, 2 * COLOURS, 0, identity);
        AdmConfig unet = network.made(() -> options.config(ends));
        network.requireAllRead();

        Section diffusion = new Section(pack, "diffusion");
        int steps = diffusion.whole("steps");
        String schedule = diffusion.oneOf("schedule", "linear", "cosine");
        String prediction = diffusion.oneOf("prediction", "epsilon", "x0", "v");
        String sampling = diffusion.text("default_sampling");
        int skipped = diffusion.whole("default_skipped");
        Target target = Target.valueOf(prediction.toUpperCase(Locale.ROOT));
        Diffusion chain =
                diffusion.made(() -> new Diffusion(steps, schedule, target, sampling, skipped));
        diffusion.requireAllRead();
        return new SwapModel(
                options.imageSize(), unet, chain, expert(pack, IDENTITY, ArcFace.Config.class));
    }

    /** The sizes of an expert's network, from the section of its role. */
    public static <R extends Record> R expert(Pack pack, String role, Class<R> sizes) {
        Section section = new Section(pack, role);
        R config = section.read(sizes);
        section.requireAllRead();
        return config;
    }

    /** The sections of the file {@code unet}. */
    public static ObjectNode unetSections(int size, AdmConfig unet, Diffusion diffusion) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ObjectNode network = all.putObject("network");
        Section.write(network, AdmOptions.of(unet, size));
        network.put("identity_dim", unet.identityWidth());
        all.putObject("diffusion")
                .put("steps", diffusion.steps)
                .put("schedule", diffusion.schedule)
                .put("prediction", diffusion.prediction.name().toLowerCase(Locale.ROOT))
                .put("default_sampling", diffusion.sampling)
                .put("default_skipped", diffusion.skipped);
        return all;
    }

    /**
     * The section of an expert's file.
     *
     * @param role of the file, such as {@code identity}
     * @param sizes of its network
     */
    public static ObjectNode expertSection(String role, Record sizes) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        Section.write(all.putObject(role), sizes);
        return all;
    }

    /** The network of the file {@code unet}. */
    public AdmUnet unet(Weights w) {
        return new AdmUnet(w, unet);
    }

    /** The network of the file {@code identity}. */
    public Recogniser recogniser(Weights w) {
        ArcFace net = new ArcFace(w, identity, Statistics.RUNNING);
        return new Recogniser(net::forwardLearning, identity.side());
    }
}
