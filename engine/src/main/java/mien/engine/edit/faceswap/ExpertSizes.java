package mien.engine.edit.faceswap;

import mien.engine.checkpoint.Weights;
import mien.engine.edit.faceswap.FaceParser.Normalisation;
import mien.engine.face.FanLandmarks;
import mien.engine.face.S3fdDetector;
import mien.engine.net.BiSeNet;
import mien.engine.net.CodeEstimator;
import mien.engine.net.EyeNetConfig;
import mien.engine.net.Fan;
import mien.engine.net.S3fd;
import mien.engine.nn.Layers.Statistics;

/**
 * What the shapes of a pack's further networks do not tell. Each has a file of its role and a
 * section of that name in the description, written by {@link SwapModel#expertSection}; only the
 * parser must be there.
 */
public final class ExpertSizes {

    /** Tells the parts of a face. */
    public static final String PARSER = "parser";

    /** Tells where eyes look: {@link EyeNetConfig}. */
    public static final String GAZE = "gaze";

    /** Tells how a head is turned. */
    public static final String POSE = "pose";

    /** Finds faces. */
    public static final String DETECTOR = "detector";

    /** Finds the 68 points of a face. */
    public static final String LANDMARKS = "landmarks";

    private ExpertSizes() {}

    /**
     * @param side of the pictures it reads: twice the swap's in the program
     */
    public record Parser(int side, BiSeNet.Config network) {

        /** As published. */
        public static Parser published() {
            return new Parser(512, BiSeNet.Config.published());
        }

        /** The network of the file {@code parser}. */
        public FaceParser parser(Weights w) {
            BiSeNet net = new BiSeNet(w, network, Statistics.RUNNING);
            return new FaceParser(net::forwardCoarse, side, Normalisation.ONCE);
        }
    }

    /**
     * The demo's estimator of codes.
     *
     * @param side of the portraits it reads
     * @param base its channels after the stem
     * @param hidden its hidden width
     * @param codes how many numbers it tells
     * @param at where the head's rotation begins among them
     */
    public record Pose(int side, int base, int hidden, int codes, int at) {

        HeadPose pose(Weights w) {
            CodeEstimator.Config c = new CodeEstimator.Config(base, hidden, codes, side);
            return HeadPose.of(new CodeEstimator(w, c, Statistics.RUNNING), side, at);
        }
    }

    /**
     * @param longest side of what is looked at, pixels
     * @param blue mean of the blue levels; and so on
     */
    public record Detector(
            S3fd.Config network, int longest, double blue, double green, double red) {

        /** As published. */
        public static Detector published() {
            S3fdDetector.Input in = S3fdDetector.Input.published();
            return new Detector(
                    S3fd.Config.published(), in.longest(), in.blue(), in.green(), in.red());
        }

        S3fdDetector detector(Weights w) {
            return new S3fdDetector(
                    new S3fd(w, network),
                    w.manager(),
                    new S3fdDetector.Input((float) blue, (float) green, (float) red, longest));
        }
    }

    /**
     * @param side of the crop around a face, pixels
     * @param wholePixels whether points are cut down to whole pixels
     */
    public record Landmarks(Fan.Config network, int side, boolean wholePixels) {

        /** As published. */
        public static Landmarks published() {
            FanLandmarks.Input in = FanLandmarks.Input.published();
            return new Landmarks(Fan.Config.published(), in.side(), in.wholePixels());
        }

        FanLandmarks landmarks(Weights w) {
            return new FanLandmarks(
                    new Fan(w, network, Statistics.RUNNING),
                    w.manager(),
                    new FanLandmarks.Input(side, wholePixels));
        }
    }

    /**
     * Both ways to ask a gaze network.
     *
     * @param meant normalised by what it learnt
     * @param program each eye by itself alone, as the program leaves it
     */
    record Gazes(GazeReader meant, GazeReader program) {

        static Gazes of(EyeNetConfig sizes, Weights w) {
            return new Gazes(
                    GazeReader.of(w, sizes, Statistics.RUNNING),
                    GazeReader.of(w.again(), sizes, Statistics.OWN));
        }
    }
}
