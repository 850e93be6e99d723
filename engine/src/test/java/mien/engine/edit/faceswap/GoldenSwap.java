package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.ScaledWeights;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Parameterisation.Variance;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.edit.faceswap.FaceParser.Normalisation;
import mien.engine.edit.faceswap.FacialGuidance.Readings;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.face.EyeBoxes;
import mien.engine.net.AdmConfigs;
import mien.engine.net.AdmUnet;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.net.ArcFace;
import mien.engine.net.BiSeNet;
import mien.engine.net.EyeNet;
import mien.engine.net.EyeNetConfig;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.picture.Region;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/** A golden case of DiffFace's walk: its networks, its pictures, its settings. */
final class GoldenSwap implements AutoCloseable {

    private static final int RECOGNISER = 1; // added to the seed (golden file)
    private static final int PARSER = 2;
    private static final int GAZE = 3;
    private static final int VECTOR = 512;

    final GoldenCase golden;
    final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    final NDArray target;
    final NDArray mask;

    GoldenSwap(GoldenCase golden) {
        this.golden = golden;
        target = signed("targ_u8");
        int side = golden.size("mask", 0);
        mask = manager.create(golden.floats("mask"), new Shape(1, 1, side, side));
    }

    /** An 8-bit picture [3, S, S] as [1, 3, S, S] in [−1, 1]. */
    NDArray signed(String name) {
        float[] levels = golden.floats(name);
        float[] signed = new float[levels.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = levels[i] / 255f * 2 - 1;
        }
        return manager.create(signed, new Shape(1, 3, golden.size(name, 1), golden.size(name, 2)));
    }

    NDArray array(String name) {
        return manager.create(golden.floats(name), new Shape(golden.shape(name)));
    }

    JsonNode json(String key) {
        try {
            return new ObjectMapper().readTree(golden.metadata().get(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The i-th step of the walk. */
    Step step(int i) {
        return stepAt(golden.ints(i + ".t")[0]);
    }

    /** A step of the respaced chain. */
    Step stepAt(int index) {
        JsonNode d = json("diffusion");
        Schedule trained = Schedule.linear(d.get("steps").asInt());
        return trained.respaced(Respacing.parse(d.get("respacing").asText())).step(index);
    }

    /** T. */
    int walk() {
        JsonNode d = json("diffusion");
        return golden.metadata().containsKey("T")
                ? Integer.parseInt(golden.metadata().get("T"))
                : d.get("respacing").asInt() - d.path("skip").asInt(0);
    }

    /** When the gaze is looked at, if the file says so. */
    Window gaze() {
        Matcher m =
                Pattern.compile("(\\d+) < t < (\\d+)")
                        .matcher(golden.metadata().getOrDefault("gaze_window", ""));
        return m.find()
                ? new Window(
                        Double.parseDouble(m.group(1)) / walk(),
                        Double.parseDouble(m.group(2)) / walk())
                : Window.ALWAYS;
    }

    double fullFrom() {
        return Double.parseDouble(golden.metadata().get("masking_threshold")) / walk();
    }

    /** The draw of each step. */
    Noise recorded(String name) {
        return (x, s) -> array(walk() - 1 - s.index() + "." + name);
    }

    TargetBlend blend() {
        return blend(recorded("blend_noise"));
    }

    TargetBlend blend(Noise noise) {
        return new TargetBlend(
                target, mask, walk(), noise, () -> new Blending(fullFrom(), true, false));
    }

    /** All terms, as the file weighs them. */
    FacialGuidance guidance(Statistics eyes) {
        Guiding program = SwapSettings.asProgram().guiding();
        return guidance(eyes, weighed(program, json("weights_lambda")), Readings.NONE);
    }

    FacialGuidance guidance(Statistics eyes, Guiding guiding, Readings readings) {
        Expert identity = identity(this::warps);
        Expert parts = new ParserExpert(parser(), target, Distance.ABSOLUTE);
        Expert gaze = new GazeExpert(gazeReader(eyes), target, eyeBoxes(), Distance.ABSOLUTE);
        List<Term> terms =
                List.of(
                        new Term(SwapSettings.IDENTITY, () -> identity),
                        new Term(SwapSettings.PARTS, () -> parts),
                        new Term(SwapSettings.GAZE, () -> gaze),
                        new Term(SwapSettings.COLOUR, () -> new ColourExpert(target)));
        return new FacialGuidance(denoiser(), terms, walk(), () -> guiding, readings);
    }

    private List<Warp> warps(Step s) {
        String own = walk() - 1 - s.index() + ".aug.";
        boolean walks = golden.has(own + "affine_applied");
        return RecordedWarps.of(golden, walks ? own : "aug.");
    }

    /** λ by the names of our experts, in the order of the golden files. */
    Guiding weighed(Guiding g, JsonNode lambdas) {
        return g.with(SwapSettings.IDENTITY, lambdas.get(0).asDouble())
                .with(SwapSettings.PARTS, lambdas.get(1).asDouble())
                .with(SwapSettings.GAZE, new Pull(lambdas.get(2).asDouble(), gaze()))
                .with(SwapSettings.COLOUR, lambdas.get(3).asDouble());
    }

    EyeBoxes eyeBoxes() {
        int[] b = golden.ints("eye_boxes"); // left, top, right, bottom of each
        return new EyeBoxes(
                new Region(b[0], b[1], b[2] - b[0], b[3] - b[1]),
                new Region(b[4], b[5], b[6] - b[4], b[7] - b[5]));
    }

    GazeReader gazeReader(Statistics eyes) {
        float gain = Float.parseFloat(golden.metadata().get("eyenet_outs_gain"));
        TensorSource quiet =
                new ScaledWeights(
                        synthetic(GAZE),
                        name -> name.startsWith("outs.") && name.endsWith("weight"),
                        gain);
        JsonNode c = json("config_eyenet");
        EyeNetConfig config =
                new EyeNetConfig(
                        c.get("nstack").asInt(),
                        c.get("nfeatures").asInt(),
                        c.get("nlandmarks").asInt(),
                        EyeNetConfig.published().stem(),
                        EyeNetConfig.published().height(),
                        EyeNetConfig.published().width());
        EyeNet net = new EyeNet(Weights.of(quiet, Precision.FLOAT32), config, eyes);
        return new GazeReader(x -> net.forward(x).gaze(), config.height(), config.width());
    }

    /** The target and its hard mask. */
    Paste paste() {
        float[] levels = golden.floats("targ_u8");
        int side = golden.size("mask", 0);
        for (int i = 0; i < levels.length; i++) {
            levels[i] /= 255;
        }
        byte[] face = golden.bytes("mask");
        for (int i = 0; i < face.length; i++) {
            face[i] = (byte) (face[i] == 0 ? 0 : 255);
        }
        return new Paste(
                Picture.ofPlanar(levels, side, side, Range.UNIT), new Mask(side, side, face));
    }

    FaceDenoiser denoiser() {
        float gain = Float.parseFloat(golden.metadata().get("unet_out_gain"));
        TensorSource quiet = new ScaledWeights(synthetic(0), "out.2.weight"::equals, gain);
        JsonNode c = json("config_unet");
        AdmUnet unet =
                new AdmUnet(
                        Weights.of(quiet, Precision.FLOAT32),
                        AdmConfigs.of(c, c.get("in_channels").asInt(), VECTOR));
        return FaceDenoiser.of(
                unet,
                new Parameterisation(Target.EPSILON, false, Variance.LEARNED_RANGE),
                Conditions.identity(array("img_id")),
                () -> {});
    }

    Recogniser recogniser() {
        JsonNode c = json("config_arcface");
        List<Integer> depths = new ArrayList<>();
        c.get("layers").forEach(n -> depths.add(n.asInt()));
        ArcFace.Config config =
                new ArcFace.Config(
                        depths, c.get("use_se").asBoolean(), 64, VECTOR, RecordedWarps.SIDE);
        ArcFace net =
                new ArcFace(
                        Weights.of(synthetic(RECOGNISER), Precision.FLOAT32),
                        config,
                        Statistics.RUNNING);
        return new Recogniser(net::forwardLearning, RecordedWarps.SIDE);
    }

    FaceParser parser() {
        BiSeNet net =
                new BiSeNet(
                        Weights.of(synthetic(PARSER), Precision.FLOAT32),
                        BiSeNet.Config.published(),
                        Statistics.RUNNING);
        int side = (int) target.getShape().get(3);
        return new FaceParser(net::forwardCoarse, 2 * side, Normalisation.TWICE);
    }

    private SyntheticWeights synthetic(int offset) {
        return new SyntheticWeights(manager, golden.seed() + offset);
    }

    /** The source's unit identity vector. */
    NDArray source() {
        return recogniser().vectors(signed("src_u8"));
    }

    IdentityExpert identity(Function<Step, List<Warp>> copies) {
        return new IdentityExpert(recogniser(), array("img_id"), mask, copies);
    }

    void assertGolden(String name, NDArray ours, double bound) {
        Closeness.assertRelative(
                golden + " " + name, bound, ours.toFloatArray(), golden.floats(name));
    }

    /** Every k-th row and column, as many as the file has. */
    void assertStrided(String name, NDArray ours, double bound) {
        long k = ours.getShape().get(3) / golden.shape(name)[3];
        NDIndex shown = new NDIndex(":, :, ::{}, ::{}", k, k);
        assertGolden(name, ours.get(shown), bound);
    }

    @Override
    public void close() {
        manager.close();
    }
}
