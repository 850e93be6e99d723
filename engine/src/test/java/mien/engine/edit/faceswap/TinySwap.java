package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mien.engine.ScaledWeights;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Parameterisation.Variance;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.edit.faceswap.FaceParser.Normalisation;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.edit.faceswap.SwapSettings.Shown;
import mien.engine.edit.faceswap.SwapSettings.Walk;
import mien.engine.face.EyeBoxes;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmConfig.Heads;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.net.AdmUnet;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.picture.Region;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;

/** A swap that runs in a blink: a tiny U-Net, and experts of one matrix each that count calls. */
final class TinySwap implements AutoCloseable {

    static final int SIDE = 16;
    static final int VECTOR = 8;
    static final EyeBoxes EYES = new EyeBoxes(new Region(5, 5, 3, 2), new Region(9, 5, 3, 2));

    final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");

    /** How often each expert's network was asked. */
    final Map<String, Integer> asked = new TreeMap<>();

    final AdmUnet unet;
    private final Recogniser recogniser;
    private final FaceParser parser;
    private final GazeReader gaze;
    private final HeadPose pose;

    TinySwap() {
        this(VECTOR);
    }

    /**
     * @param identityWidth 0 for an unconditional network
     */
    TinySwap(int identityWidth) {
        AdmConfig c =
                new AdmConfig(
                        3,
                        6,
                        8,
                        List.of(1., 1.),
                        1,
                        Set.of(),
                        Heads.count(1),
                        Resampling.RES_BLOCK,
                        true,
                        0,
                        0,
                        identityWidth,
                        0,
                        2);
        unet =
                new AdmUnet(
                        Weights.of(
                                new ScaledWeights(
                                        new SyntheticWeights(manager, 3),
                                        "out.2.weight"::equals,
                                        0.3f),
                                Precision.FLOAT32),
                        c);
        recogniser = new Recogniser(counted(SwapSettings.IDENTITY, flat(1, VECTOR, 3 * 256)), SIDE);
        NDArray kernel = matrix(2, 19, 3).reshape(19, 3, 1, 1);
        parser =
                new FaceParser(
                        counted(SwapSettings.PARTS, x -> Aten.conv2d(x, kernel, 1, 0)),
                        2 * SIDE,
                        Normalisation.ONCE);
        gaze = new GazeReader(counted(SwapSettings.GAZE, flat(3, 2, 6 * 10)), 6, 10);
        Layer colours = flat(4, 3, 3 * 256);
        pose = new HeadPose(counted(SwapSettings.POSE, x -> colours.forward(x).mul(0.1f)));
    }

    private Layer counted(String name, Layer network) {
        return x -> {
            asked.merge(name, 1, Integer::sum);
            return network.forward(x);
        };
    }

    private Layer flat(long seed, int out, int in) {
        NDArray w = matrix(seed, out, in);
        return x -> Aten.linear(x.reshape(x.getShape().get(0), in), w);
    }

    private NDArray matrix(long seed, int out, int in) {
        return new NoiseSource(seed)
                .normal(manager, new Shape(out, in))
                .mul((float) (3 / Math.sqrt(in)));
    }

    SwapNetworks networks() {
        return new SwapNetworks(
                SIDE,
                unet,
                Schedule.linear(1000),
                new Parameterisation(Target.EPSILON, false, Variance.LEARNED_RANGE),
                recogniser,
                parser,
                Optional.of(gaze),
                Optional.of(pose));
    }

    /** 12 steps without an expert. */
    static SwapSettings settings() {
        return new SwapSettings(
                new Walk(16, 4, new Ddpm(), 1),
                new Guiding(
                        Map.of(),
                        Distance.SQUARED,
                        Shown.MIXED,
                        Form.THROUGH,
                        3,
                        Normalisation.ONCE,
                        Statistics.RUNNING),
                new Blending(0.4, true, false));
    }

    static SwapSettings pulling(String expert, double weight) {
        SwapSettings s = settings();
        return s.with(s.guiding().with(expert, weight));
    }

    SwapPair pair() {
        return pair(4);
    }

    /**
     * @param margin of the square face, pixels
     */
    SwapPair pair(int margin) {
        byte[] face = new byte[SIDE * SIDE];
        for (int i = 0; i < face.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            boolean in = Math.min(x, y) >= margin && Math.max(x, y) < SIDE - margin;
            face[i] = (byte) (in ? 255 : 0);
        }
        return new SwapPair(
                picture(21),
                picture(22),
                Optional.of(new Mask(SIDE, SIDE, face)),
                Optional.of(EYES));
    }

    static Picture picture(long seed) {
        NoiseSource random = new NoiseSource(seed);
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | random.integer(1 << 24);
        }
        return new Picture(SIDE, SIDE, argb);
    }

    Picture swapped(SwapSettings settings) {
        return swapped(settings, pair(), 1);
    }

    Picture swapped(SwapSettings settings, SwapPair pair, long seed) {
        return new SwapWalk(networks(), () -> settings).swap(pair, new LooseRun(seed));
    }

    /** How far a result is from what an expert wants, looked at once. */
    double distance(String expert, Picture result) {
        SwapPair pair = pair();
        NDArray target = signed(pair.target());
        Expert judge =
                switch (expert) {
                    case SwapSettings.IDENTITY ->
                            new IdentityExpert(
                                    recogniser,
                                    recogniser.vectors(signed(pair.source())),
                                    masked(pair.face().orElseThrow()),
                                    step -> List.of(Warp.NONE));
                    case SwapSettings.PARTS -> new ParserExpert(parser, target, Distance.SQUARED);
                    case SwapSettings.GAZE -> new GazeExpert(gaze, target, EYES, Distance.SQUARED);
                    case SwapSettings.COLOUR -> new ColourExpert(target);
                    case SwapSettings.POSE -> new PoseExpert(pose, target);
                    case SwapSettings.TONE ->
                            new ToneExpert(
                                    signed(pair.source()),
                                    masked(parser.faceMask(signed(pair.source()))),
                                    target,
                                    masked(pair.face().orElseThrow()));
                    default -> throw new AssertionError(expert);
                };
        return judge.distance(signed(result), Schedule.linear(1000).step(0)).getFloat();
    }

    private NDArray signed(Picture picture) {
        return manager.create(picture.planar(Range.SIGNED), new Shape(1, 3, SIDE, SIDE));
    }

    private NDArray masked(Mask face) {
        float[] m = new float[SIDE * SIDE];
        for (int i = 0; i < m.length; i++) {
            m[i] = (face.values()[i] & 0xff) / 255f;
        }
        return manager.create(m, new Shape(1, 1, SIDE, SIDE));
    }

    @Override
    public void close() {
        manager.close();
    }
}
