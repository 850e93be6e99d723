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
                                        "\nSource, truth, ours with true codes, ours with fitted codes:\n\n![contact sheet](%s)\n"
                                                .formatted(s))
                        .orElse("");
        String head = "%s, commit %s.\n\n".formatted(heading(e), Commit.of(page));
        MarkedSection.replace(page, e.system(), head + table(e.metrics()) + picture);
    }

    private static String table(Map<String, Double> m) {
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
        double v = metrics.get(name);
        return String.format(Locale.ROOT, Math.abs(v) < 2 ? "%.3f" : "%.2f", v);
    }

    private static String relative(Path page, Path sheet) {
        Path folder = page.toAbsolutePath().normalize().getParent();
        return folder.relativize(sheet.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
