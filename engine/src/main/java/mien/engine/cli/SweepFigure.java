package mien.engine.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A figure of a face swap as tables and curves show it.
 *
 * @param label of its column
 */
enum SweepFigure {
    D_R("D-R", true),
    COS_SOURCE("distance to the source", false),
    PARTS_AGREE("parts as the target's", true),
    GAZE_ERROR("gaze, °", false),
    POSE_ERROR("pose, °", false),
    EXPRESSION_ERROR("expression", false),
    SHAPE_ERROR("shape", false),
    PSNR("PSNR, dB", false);

    private final String label;
    private final boolean share;

    SweepFigure(String label, boolean share) {
        this.label = label;
        this.share = share;
    }

    /** Those that were measured. */
    static List<SweepFigure> in(Map<String, Double> metrics) {
        return Arrays.stream(values()).filter(f -> metrics.containsKey(f.metric())).toList();
    }

    String label() {
        return label;
    }

    String metric() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value at the top of its curve: 1 for shares, else 1, 2 or 5 of a power of ten. */
    double top(double highest) {
        if (share) {
            return 1;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(Math.max(1e-6, highest))));
        for (int times : new int[] {1, 2, 5}) {
            if (highest <= times * ten) {
                return times * ten;
            }
        }
        return 10 * ten;
    }
}
