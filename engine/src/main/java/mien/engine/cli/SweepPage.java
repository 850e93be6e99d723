package mien.engine.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mien.engine.evaluate.Evaluation;
import mien.engine.evaluate.Sweep;
import mien.engine.evaluate.SweepCurves;
import mien.engine.evaluate.Trend;

/** What sweeps and ablations found, for people: lines for a terminal, sections of a page. */
final class SweepPage {

    private static final int DIGITS = 4; // of settings and the ends of axes

    private SweepPage() {}

    /** One line a claim of the paper: what should happen, whether it does, and by how much. */
    static List<String> verdicts(SweepCurves curves) {
        return curves.sweep().claims().stream().map(c -> verdict(curves, c)).toList();
    }

    private static String verdict(SweepCurves curves, Sweep.Claim claim) {
        Trend t = curves.trend(claim.metric());
        return "As %s rises, %s should %s: it does%s (ρ = %+.2f, %s → %s)."
                .formatted(
                        curves.sweep().letter(),
                        label(claim.metric()),
                        claim.rises() ? "rise" : "fall",
                        claim.holds(t) ? "" : " not",
                        t.rho(),
                        QualityPage.number(t.first()),
                        QualityPage.number(t.last()));
    }

    private static String label(String metric) {
        String whole = SweepFigure.valueOf(metric.toUpperCase(Locale.ROOT)).label();
        return whole.split(",", 2)[0]; // without its unit
    }

    /** One line of figures a value, below one that names them. */
    static List<String> table(String first, Map<String, Map<String, Double>> rows) {
        List<SweepFigure> figures = SweepFigure.in(rows.values().iterator().next());
        String names = figures.stream().map(SweepFigure::label).collect(Collectors.joining(" | "));
        String head = "| %s | %s |\n|%s".formatted(first, names, "---|".repeat(figures.size() + 1));
        return Stream.concat(
                        head.lines(),
                        rows.entrySet().stream()
                                .map(
                                        row ->
                                                "| %s | %s |"
                                                        .formatted(
                                                                row.getKey(),
                                                                cells(row.getValue(), figures))))
                .toList();
    }

    private static String cells(Map<String, Double> metrics, List<SweepFigure> figures) {
        return figures.stream()
                .map(f -> QualityPage.number(metrics.get(f.metric())))
                .collect(Collectors.joining(" | "));
    }

    /** The rows of a sweep by their values. */
    static Map<String, Map<String, Double>> rows(SweepCurves curves) {
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        for (int i = 0; i < curves.values().size(); i++) {
            rows.put(plain(curves.values().get(i)), curves.rows().get(i));
        }
        return rows;
    }

    /** All rows of all sweeps, for programs. */
    static String csv(List<SweepCurves> all) {
        List<String> metrics = List.copyOf(all.get(0).rows().get(0).keySet());
        StringBuilder text = new StringBuilder("control,value," + String.join(",", metrics) + "\n");
        for (SweepCurves curves : all) {
            for (int i = 0; i < curves.values().size(); i++) {
                Map<String, Double> row = curves.rows().get(i);
                text.append(curves.sweep().control()).append(',').append(curves.values().get(i));
                metrics.forEach(m -> text.append(',').append(row.get(m)));
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Replaces the section of the sweeps in a page. */
    static void write(
            Evaluation what, List<SweepCurves> all, Path page, Optional<SweepSheets> sheets) {
        StringBuilder text = new StringBuilder(heading(what, page));
        for (SweepCurves curves : all) {
            Sweep sweep = curves.sweep();
            text.append("\n**%s** (`%s`)\n\n".formatted(sweep.letter(), sweep.control()));
            table("`" + sweep.control() + "`", rows(curves))
                    .forEach(l -> text.append(l).append('\n'));
            text.append('\n').append(String.join("  \n", verdicts(curves))).append('\n');
            sheets.ifPresent(s -> text.append(pictures(curves, page, s)));
        }
        MarkedSection.replace(page, what.system() + "-sweep", text.toString());
    }

    private static String pictures(SweepCurves curves, Path page, SweepSheets sheets) {
        String control = curves.sweep().control();
        String tops =
                SweepFigure.in(curves.rows().get(0)).stream()
                        .map(f -> f.label() + " to " + plain(f.top(highest(curves, f))))
                        .collect(Collectors.joining("; "));
        return """

        ![curves](%s)

        Over the values, each from 0 up: %s. Below: target, source, and the result at every value.

        ![contact sheet](%s)
        """
                .formatted(
                        QualityPage.relative(page, sheets.curves(control)),
                        tops,
                        QualityPage.relative(page, sheets.sheet(control)));
    }

    private static double highest(SweepCurves curves, SweepFigure figure) {
        return Arrays.stream(curves.of(figure.metric())).max().orElse(0);
    }

    /** Replaces the section of what each expert is worth in a page. */
    static void write(
            Evaluation what,
            Map<String, Map<String, Double>> ablated,
            Path page,
            Optional<Path> sheet) {
        StringBuilder text = new StringBuilder(heading(what, page)).append('\n');
        table("guided by", ablated).forEach(l -> text.append(l).append('\n'));
        sheet.ifPresent(
                s ->
                        text.append(
                                "\nTarget, source, and the results in the table's order:\n\n![contact sheet](%s)\n"
                                        .formatted(QualityPage.relative(page, s))));
        MarkedSection.replace(page, what.system() + "-experts", text.toString());
    }

    private static String heading(Evaluation what, Path page) {
        return "%s, commit %s.\n".formatted(QualityPage.heading(what), Commit.of(page));
    }

    private static String plain(double v) {
        return new BigDecimal(v)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
