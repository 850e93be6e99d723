package mien.engine.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mien.engine.evaluate.Evaluation;

/** What an evaluation found, as a section of a page for people. */
final class QualityPage {

    private QualityPage() {}

    /** What was measured on what. */
    static String heading(Evaluation e) {
        return "%s, pack %s, %d people from seed %d, %d steps"
                .formatted(e.system(), e.pack(), e.count(), e.seed(), e.steps());
    }

    /** Replaces the section of the system in the page; {@code sheet} is shown below its table. */
    static void write(Evaluation e, Path page, Optional<Path> sheet) {
        String picture =
                sheet.map(s -> relative(page, s))
                        .map(
                                s ->
                                        "\n%s:\n\n![contact sheet](%s)\n"
                                                .formatted(columns(e.metrics()), s))
                        .orElse("");
        String head = "%s, commit %s.\n\n".formatted(heading(e), Commit.of(page));
        MarkedSection.replace(page, e.system(), head + table(e.metrics()) + picture);
    }

    private static boolean swap(Map<String, Double> m) {
        return m.containsKey("d_r");
    }

    private static String columns(Map<String, Double> m) {
        return swap(m)
                ? "Target, source, truth, the source's face pasted, ours"
                : "Source, truth, ours with true codes, ours with fitted codes";
    }

    private static String table(Map<String, Double> m) {
        return swap(m) ? swapped(m) : relit(m);
    }

    private static String swapped(Map<String, Double> m) {
        return """
        | over the truth's face | ours | the target untouched | the source's face pasted |
        |---|---|---|---|
        | PSNR, dB (higher is better) | %s | %s | %s |

        | whose face it is, by a network that no guidance asks | ours | a perfect result |
        |---|---|---|
        %s%s%s%s\

        Parts of the face as in the target: %s of its pixels (a perfect result: %s). \
        Change outside the mask: %s grey levels. Faces found: %s of all.

        | read from the result against the truth (lower is better) | ours | a perfect result | of the pair |
        |---|---|---|---|
        | gaze, degrees | %s | %s | %s (source) |
        %s\
        """
                .formatted(
                        number(m, "psnr"),
                        number(m, "psnr_target"),
                        number(m, "psnr_paste"),
                        whose(m, "nearer to the source than to the target", "closer_to_source"),
                        whose(m, "D-R: 0 the source, 1 the target, 0.5 neither", "d_r"),
                        whose(m, "distance to the source, 1 − cos", "cos_source"),
                        whose(m, "the same by the network that guides", "arc_source"),
                        number(m, "parts_agree"),
                        number(m, "parts_agree_floor"),
                        number(m, "outside_change"),
                        number(m, "faces_found"),
                        number(m, "gaze_error"),
                        number(m, "gaze_error_floor"),
                        number(m, "gaze_error_source"),
                        m.containsKey("shape_error") ? heads(m) : "");
    }

    private static String whose(Map<String, Double> m, String label, String name) {
        return "| %s | %s | %s |\n".formatted(label, number(m, name), number(m, name + "_floor"));
    }

    private static String heads(Map<String, Double> m) {
        return """
        | pose, degrees | %s | %s | %s (source) |
        | expression | %s | %s | |
        | shape, standard deviations | %s | %s | %s (target) |

        Reading against reading: pose %s degrees and expression %s from the target's, shape %s from the source's.
        """
                .formatted(
                        number(m, "pose_error"),
                        number(m, "pose_error_floor"),
                        number(m, "pose_error_source"),
                        number(m, "expression_error"),
                        number(m, "expression_error_floor"),
                        number(m, "shape_error"),
                        number(m, "shape_error_floor"),
                        number(m, "shape_error_target"),
                        number(m, "pose_to_target"),
                        number(m, "expression_to_target"),
                        number(m, "shape_to_source"));
    }

    private static String relit(Map<String, Double> m) {
        return """
        | over the truth's hair, face and neck | true codes | fitted codes | doing nothing | Lambertian render pasted |
        |---|---|---|---|---|
        | PSNR, dB (higher is better) | %s | %s | %s | %s |

        | read again from the result (lower is better) | ours | doing nothing | a perfect result |
        |---|---|---|---|
        %s%s%s
        Identity similarity of ours: %s.
        """
                .formatted(
                        number(m, "psnr_true_codes"),
                        number(m, "psnr_fitted_codes"),
                        number(m, "psnr_source"),
                        number(m, "psnr_lambert"),
                        errors(m, "light", "light_error"),
                        errors(m, "pose, degrees", "pose_error"),
                        errors(m, "expression", "expression_error"),
                        number(m, "identity_similarity"));
    }

    private static String errors(Map<String, Double> m, String label, String name) {
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        label,
                        number(m, name),
                        number(m, name + "_nothing"),
                        number(m, name + "_floor"));
    }

    private static String number(Map<String, Double> metrics, String name) {
        return number(metrics.get(name));
    }

    /** A figure as pages show it. */
    static String number(double v) {
        return String.format(Locale.ROOT, Math.abs(v) < 2 ? "%.3f" : "%.2f", v);
    }

    /** A file as a page names it. */
    static String relative(Path page, Path sheet) {
        Path folder = page.toAbsolutePath().normalize().getParent();
        return folder.relativize(sheet.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
