package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mien.engine.Synthetic;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Parameterisation.Variance;
import mien.engine.diffusion.Schedule;
import mien.engine.edit.Notice;
import mien.engine.edit.Pack;
import mien.engine.edit.Remembered;
import mien.engine.edit.Run;
import mien.engine.edit.faceswap.FaceParser.Normalisation;
import mien.engine.face.Landmarks68;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmConfig.Heads;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.net.AdmUnet;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/**
 * The real U-Net at tiny size and small made-up experts; weights from a seed. The parser sees a
 * face as a disk in the middle of every portrait, its inner half the nose.
 */
final class MadeUpSwap implements SwapLoading, AutoCloseable {

    static final int SIZE = 32;
    static final int CHAIN = 8;

    private static final long SEED = 5;
    private static final int VECTOR = 16;
    private static final int SEEN = 16;
    private static final int EYE = 8;
    private static final double RADIUS = 0.3;

    /** How often each expert's network was asked, and the finder. */
    final Map<String, Integer> asked = new TreeMap<>();

    final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    private final SwapNetworks networks = networks();
    private final SwapTools tools = new SwapTools(networks, CHAIN, 1, new Remembered<>(4));
    private List<Landmarks68> faces = List.of();

    /** Finds these faces in every picture. */
    MadeUpSwap finding(FivePoints... places) {
        faces = List.of(places).stream().map(MadeUpSwap::landmarks).toList();
        return this;
    }

    @Override
    public SwapTools tools(Run run, Statistics eyes) {
        return tools;
    }

    @Override
    public SwapTools.Finder finder(Run run) {
        return picture -> {
            asked.merge("finder", 1, Integer::sum);
            return faces;
        };
    }

    @Override
    public SwapDefaults defaults(Pack pack) {
        return SwapDefaults.PROGRAM;
    }

    @Override
    public List<Notice> notices(Pack pack) {
        return List.of();
    }

    private SwapNetworks networks() {
        AdmConfig config =
                new AdmConfig(
                        3,
                        6,
                        32,
                        List.of(1., 1.),
                        1,
                        Set.of(2),
                        Heads.count(1),
                        Resampling.RES_BLOCK,
                        true,
                        0,
                        0,
                        VECTOR,
                        0,
                        8);
        Weights weights = Weights.of(new SyntheticWeights(manager, SEED), Precision.FLOAT32);
        return new SwapNetworks(
                SIZE,
                new AdmUnet(weights, config),
                Schedule.linear(1000),
                new Parameterisation(Target.EPSILON, false, Variance.LEARNED_RANGE),
                new Recogniser(flat("identity", 3 * SEEN * SEEN, VECTOR), SEEN),
                new FaceParser(parsing(), 2 * SIZE, Normalisation.ONCE),
                Optional.of(new GazeReader(flat("gaze", EYE * EYE, 2), EYE, EYE)),
                Optional.of(new HeadPose(flat("pose", 3 * SIZE * SIZE, 3))));
    }

    /** One affine map of everything, and a bend. */
    private Layer flat(String name, int in, int out) {
        NDArray w = manager.create(Synthetic.weight(name, SEED, in, out), new Shape(in, out));
        return counted(name, x -> x.reshape(x.getShape().get(0), in).matMul(w).tanh());
    }

    private Layer counted(String name, Layer network) {
        return x -> {
            asked.merge(name, 1, Integer::sum);
            return network.forward(x);
        };
    }

    private Layer parsing() {
        int side = 2 * SIZE;
        float[] prior = new float[19 * side * side];
        for (int i = 0; i < side * side; i++) {
            double r = Math.hypot(i % side + 0.5 - SIZE, i / side + 0.5 - SIZE) / side;
            int part = r > RADIUS ? 0 : r > RADIUS / 2 ? 1 : 10;
            prior[part * side * side + i] = 9;
        }
        NDArray usual = manager.create(prior, new Shape(1, 19, side, side));
        NDArray mixing = manager.create(Synthetic.weight("mix", SEED, 19, 3), new Shape(19, 3));
        return counted(
                "parts",
                x ->
                        x.reshape(3, (long) side * side) // 3,P
                                .transpose()
                                .matMul(mixing.transpose()) // P,19
                                .transpose()
                                .reshape(1, 19, side, side)
                                .add(usual));
    }

    /** Five points of an upright face, so large that its portrait is about four times as wide. */
    static FivePoints face(double x, double y, double size) {
        double h = size / 2;
        return FivePoints.of(x - h, y - h, x + h, y - h, x, y, x - h, y + h, x + h, y + h);
    }

    /** Sixty-eight points whose five are these. */
    static Landmarks68 landmarks(FivePoints p) {
        double[] xy = new double[2 * Landmarks68.COUNT];
        for (int i = 0; i < Landmarks68.COUNT; i++) {
            put(xy, i, p.nose(), 0, 0);
        }
        double eye = (p.rightEye().x() - p.leftEye().x()) / 4;
        for (int i = 0; i < 6; i++) {
            double across = new double[] {-eye, -eye / 2, eye / 2, eye, eye / 2, -eye / 2}[i];
            put(xy, 36 + i, p.leftEye(), across, 0);
            put(xy, 42 + i, p.rightEye(), across, 0);
        }
        put(xy, 48, p.mouthLeft(), 0, 0);
        put(xy, 54, p.mouthRight(), 0, 0);
        return new Landmarks68(xy);
    }

    private static void put(double[] xy, int i, FivePoints.Point p, double dx, double dy) {
        xy[2 * i] = p.x() + dx;
        xy[2 * i + 1] = p.y() + dy;
    }

    /** Smooth colours that differ with the seed. */
    static Picture picture(int width, int height, int seed) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            double x = (double) (i % width) / width;
            double y = (double) (i / width) / height;
            int level = 0xff;
            for (int c = 0; c < 3; c++) {
                double wave = Math.sin(6 * x * (1 + c) + seed) * Math.cos(5 * y + seed * (c + 2));
                level = level << 8 | (int) (128 + 100 * wave);
            }
            argb[i] = level;
        }
        return new Picture(width, height, argb);
    }

    @Override
    public void close() {
        manager.close();
    }
}
