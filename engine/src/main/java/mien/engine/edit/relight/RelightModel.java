package mien.engine.edit.relight;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Schedule;
import mien.engine.edit.Pack;
import mien.engine.edit.Section;
import mien.engine.flame.CodeLayout;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmOptions;
import mien.engine.net.CodeEstimator;
import mien.engine.net.LatentEncoder;
import mien.engine.nn.Layers.Statistics;

/**
 * What a relighting pack's shapes do not tell; the sections {@code network}, {@code diffusion},
 * {@code estimator} and {@code head} of its description. Options bear the names of the authors'
 * scripts.
 *
 * @param size side of the pictures, pixels
 * @param unet the denoising network
 * @param encoder the latent encoder
 * @param diffusion how the network was trained to denoise
 * @param estimatorWidth base channels of the estimator
 * @param estimatorHidden its hidden width
 * @param codes the sizes of the codes it reads
 * @param head the head the codes belong to; {@code builtin} is the generated one
 */
public record RelightModel(
        int size,
        AdmConfig unet,
        LatentEncoder.Config encoder,
        Diffusion diffusion,
        int estimatorWidth,
        int estimatorHidden,
        CodeLayout codes,
        String head) {

    /** The generated head of {@link mien.engine.flame.head.BuiltinHead}. */
    public static final String BUILTIN = "builtin";

    private static final int CONDITIONS = 9; // rendered, normals, albedo
    private static final int COLOURS = 3;

    /**
     * @param steps T
     * @param schedule {@code linear} or {@code cosine}
     * @param prediction what the network predicts; the published one predicts ε
     * @param sampling the respacing used when no number of steps is asked for, such as {@code
     *     ddim20}
     * @param temperature how large the noise is that a picture begins from when nothing else is
     *     asked for, 0 to 1; the published network's is 1
     */
    public record Diffusion(
            int steps, String schedule, Target prediction, String sampling, double temperature) {

        /** The chain the network was trained on. */
        Schedule chain() {
            return schedule.equals("cosine") ? Schedule.cosine(steps) : Schedule.linear(steps);
        }

        /** How the network's output is read: clipped, with the larger fixed variance (§4.1). */
        Parameterisation parameterisation() {
            return new Parameterisation(prediction, true, Parameterisation.Variance.FIXED_LARGE);
        }
    }

    /**
     * Reads a pack's description strictly.
     *
     * @throws mien.engine.edit.EditException if an entry is missing, unknown or out of range
     */
    public static RelightModel of(Pack pack) {
        Section network = new Section(pack, "network");
        AdmOptions options = network.read(AdmOptions.class);
        int latent = network.whole("latent_dim");
        AdmOptions.Ends ends = new AdmOptions.Ends(COLOURS + CONDITIONS, COLOURS, latent, 0);
        AdmConfig unet = network.made(() -> options.config(ends));
        LatentEncoder.Config encoder =
                new LatentEncoder.Config(network.whole("encoder_width"), latent);
        network.requireAllRead();

        Section diffusion = new Section(pack, "diffusion");
        Diffusion chain =
                new Diffusion(
                        diffusion.whole("steps"),
                        diffusion.oneOf("schedule", "linear", "cosine"),
                        Target.valueOf(
                                diffusion
                                        .oneOf("prediction", "epsilon", "x0", "v")
                                        .toUpperCase(Locale.ROOT)),
                        diffusion.text("default_sampling"),
                        diffusion.real("default_temperature"));
        diffusion.requireAllRead();

        Section estimator = new Section(pack, "estimator");
        Section outputs = estimator.section("outputs");
        CodeLayout codes =
                new CodeLayout(
                        outputs.whole("shape"),
                        outputs.whole("texture"),
                        outputs.whole("expression"));
        outputs.requireAllRead();
        int width = estimator.whole("width");
        int hidden = estimator.whole("hidden");
        estimator.requireAllRead();
        return new RelightModel(
                options.imageSize(),
                unet,
                encoder,
                chain,
                width,
                hidden,
                codes,
                pack.section("head").asText());
    }

    /** The sections that {@link #of} reads, for a pack that is being written. */
    public ObjectNode sections() {
        ObjectNode all = rigSections(size, unet, encoder, diffusion);
        all.put("head", head);
        return all.setAll(estimatorSections(estimatorWidth, estimatorHidden, codes));
    }

    /** The sections of the file {@code rig}; the head is the generated one. */
    public static ObjectNode rigSections(
            int size, AdmConfig unet, LatentEncoder.Config encoder, Diffusion diffusion) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("head", BUILTIN);
        ObjectNode network = all.putObject("network");
        Section.write(network, AdmOptions.of(unet, size));
        network.put("latent_dim", unet.latentWidth()).put("encoder_width", encoder.base());
        all.putObject("diffusion")
                .put("steps", diffusion.steps)
                .put("schedule", diffusion.schedule)
                .put("prediction", diffusion.prediction.name().toLowerCase(Locale.ROOT))
                .put("default_sampling", diffusion.sampling)
                .put("default_temperature", diffusion.temperature);
        return all;
    }

    /** The section of the file {@code estimator}. */
    public static ObjectNode estimatorSections(int width, int hidden, CodeLayout codes) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putObject("estimator")
                .put("width", width)
                .put("hidden", hidden)
                .putObject("outputs")
                .put("shape", codes.shape())
                .put("texture", codes.texture())
                .put("expression", codes.expression());
        return all;
    }

    /** The networks of the file {@code rig}. */
    RigNetworks networks(Weights w) {
        return new RigNetworks(w, this);
    }

    /** The network of the file {@code estimator}. */
    HeadReader reader(Weights w) {
        CodeEstimator.Config c =
                new CodeEstimator.Config(estimatorWidth, estimatorHidden, codes.count(), size);
        return new EstimatedHead(
                new CodeEstimator(w, c, Statistics.RUNNING), codes, size, w.manager());
    }
}
