package mien.engine.net;

import java.util.Map;
import java.util.Optional;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.StoredTensors;

/**
 * The sizes of a gaze network (reference diffface.md §8.3).
 *
 * @param stacks hourglasses in a row; 3 as published
 * @param features channels of the hourglasses, even; 32 as published
 * @param landmarks of an eye; 34 as published
 * @param stem channels of the first convolutions; 64 as published
 * @param height of the pictures it reads, divisible by 8; 96 as published
 * @param width of the pictures it reads, divisible by 8; 160 as published
 */
public record EyeNetConfig(
        int stacks, int features, int landmarks, int stem, int height, int width) {

    /** Eyes are seen in pictures three high and five wide. */
    private static final int HIGH = 3;

    private static final int WIDE = 5;

    /** The picture's side per side of the maps that tell the gaze. */
    private static final int REDUCTION = 8;

    private static final int LEAST_SIDE = 32; // halved five times

    public EyeNetConfig {
        boolean parts = stacks > 0 && features > 1 && features % 2 == 0 && landmarks > 0;
        boolean sides = height % REDUCTION == 0 && width % REDUCTION == 0;
        if (!parts || !sides || stem < 1 || Math.min(height, width) < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "a gaze network needs hourglasses, an even number of features, landmarks, and"
                            + " sides divisible by %d of at least %d"
                                    .formatted(REDUCTION, LEAST_SIDE));
        }
    }

    /** The network of {@code GazeEstimator.pt}. */
    public static EyeNetConfig published() {
        return new EyeNetConfig(3, 32, 34, 64, 96, 160);
    }

    /**
     * The sizes that a checkpoint's names and shapes tell; the pictures are taken for three high
     * and five wide.
     *
     * @param weights the network's own tensors
     * @param notes numbers beside them in the file: where {@code nstack}, {@code nfeatures} or
     *     {@code nlandmarks} are stated, they must be true
     * @throws CheckpointException if a tensor that tells the sizes is missing, or the notes say
     *     otherwise
     */
    public static EyeNetConfig of(StoredTensors weights, Map<String, String> notes) {
        Sizes sizes = Sizes.of("gaze network", weights);
        int stacks = sizes.count("outs");
        int landmarks = sizes.axis("outs.0.conv.weight", 0);
        int features = sizes.axis("outs.0.conv.weight", 1);
        require(notes, "nstack", stacks);
        require(notes, "nfeatures", features);
        require(notes, "nlandmarks", landmarks);
        int cells = (sizes.axis("gaze_fc1.weight", 1) - 2 * landmarks) / features;
        int unit = (int) Math.round(Math.sqrt((double) cells / (HIGH * WIDE)));
        EyeNetConfig c =
                new EyeNetConfig(
                        stacks,
                        features,
                        landmarks,
                        sizes.axis("pre.0.conv.weight", 0),
                        REDUCTION * HIGH * unit,
                        REDUCTION * WIDE * unit);
        if (c.gazeInputs() != sizes.axis("gaze_fc1.weight", 1)) {
            throw new CheckpointException(
                    "this gaze network reads pictures of no known size: 'gaze_fc1.weight' has %d columns."
                            .formatted(sizes.axis("gaze_fc1.weight", 1)));
        }
        return c;
    }

    private static void require(Map<String, String> notes, String name, int found) {
        Optional<String> stated =
                Optional.ofNullable(notes.get(name))
                        .filter(v -> !v.equals(Integer.toString(found)));
        if (stated.isPresent()) {
            throw new CheckpointException(
                    "this gaze network is damaged: it says %s = %s, but its tensors say %d; get it again."
                            .formatted(name, stated.get(), found));
        }
    }

    /** Numbers that the gaze is told from: the maps of {@code pre2} and the landmarks. */
    int gazeInputs() {
        return features * (height / REDUCTION) * (width / REDUCTION) + 2 * landmarks;
    }

    /** Width between the two affine maps: 256 as published. */
    int hidden() {
        return 4 * stem;
    }
}
