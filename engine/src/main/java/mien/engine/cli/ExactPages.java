package mien.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import mien.engine.evaluate.exact.Finding;
import mien.engine.evaluate.machine.Processor;

/** How exact the engine is, as sections of the pages on reliability and on quality. */
final class ExactPages {

    private static final String SECTION = "exact";

    private ExactPages() {}

    /** Replaces both tables. */
    static void write(List<Finding> found, int threads, Path folder) {
        Path reliability = folder.resolve("reliability.md");
        MarkedSection.replace(
                reliability,
                SECTION,
                """
                %s, commit %s.

                | network | precision | runs | same bytes over runs | threads | same bytes over threads | largest difference |
                |---|---|---|---|---|---|---|
                %s\
                """
                        .formatted(
                                Processor.found(),
                                Commit.of(reliability),
                                rows(found, f -> bytes(f, threads))));
        Path quality = folder.resolve("quality.md");
        MarkedSection.replace(
                quality,
                SECTION,
                """
                %s, commit %s.

                | network | what is run | precision | drift from float32 | PSNR, dB |
                |---|---|---|---|---|
                %s\
                """
                        .formatted(
                                Processor.found(),
                                Commit.of(quality),
                                rows(
                                        found.stream()
                                                .filter(f -> !f.precision().equals("float32"))
                                                .toList(),
                                        ExactPages::drift)));
    }

    private static String rows(List<Finding> found, Function<Finding, String> row) {
        return found.stream().map(row).collect(Collectors.joining());
    }

    private static String bytes(Finding f, int threads) {
        return "| %s | %s | 2 × %d | %s | 1 and %d | %s | %s |\n"
                .formatted(
                        f.subject(),
                        f.precision(),
                        f.runs(),
                        word(f.sameOverRuns()),
                        threads,
                        word(f.sameOverThreads()),
                        f.sameOverThreads() ? "0" : number("%.1e", f.overThreads()));
    }

    private static String drift(Finding f) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        f.subject(),
                        f.what(),
                        f.precision(),
                        number("%.2e", f.drift()),
                        f.driftPsnr().isPresent()
                                ? number("%.1f", f.driftPsnr().getAsDouble())
                                : "");
    }

    private static String word(boolean same) {
        return same ? "yes" : "no";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
