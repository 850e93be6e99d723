package mien.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mien.engine.evaluate.exact.Exactness;
import mien.engine.evaluate.exact.Finding;
import mien.engine.evaluate.exact.Subject;
import mien.engine.evaluate.exact.Subjects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures whether the same seed gives the same bytes, and how far half types drift. */
@Command(
        name = "exact",
        description = {
            "Measure whether the same seed gives the same bytes over runs and threads,",
            "and how far half types drift from float32."
        })
final class ExactVerb extends Verb {

    @Option(
            names = "--only",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Some of the networks; else all.")
    List<String> only = List.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Runs with each number of threads, 2 or more; default 3.")
    int runs = 3;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "The number of threads compared with one, 2 or more; default 2.")
    int threads = 2;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "Put the tables into reliability.md and quality.md there, such as docs.")
    Path pages;

    ExactVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        if (runs < 2 || threads < 2) {
            throw new Refusal(
                    "--runs and --threads take 2 or more, but got %d and %d."
                            .formatted(runs, threads));
        }
        List<Subject> subjects = subjects();
        List<Finding> found = new ArrayList<>();
        try (ProgressBar bar = console().bar("exact")) {
            for (int i = 0; i < subjects.size(); i++) {
                context.interrupt().check();
                bar.show(i, subjects.size(), subjects.get(i).name());
                found.addAll(new Exactness(runs, threads).of(subjects.get(i)));
            }
        }
        if (pages != null) {
            ExactPages.write(found, threads, pages);
        }
        report(found);
    }

    private List<Subject> subjects() {
        List<Subject> all = Subjects.all();
        List<String> names = all.stream().map(Subject::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new Refusal(
                        "--only: there is no network '%s'; choose among %s."
                                .formatted(name, String.join(", ", names)));
            }
        }
        return only.isEmpty() ? all : all.stream().filter(s -> only.contains(s.name())).toList();
    }

    private void report(List<Finding> found) {
        if (!json) {
            found.forEach(f -> console().say(line(f)));
            return;
        }
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Finding f : found) {
            all.addObject()
                    .put("name", f.subject())
                    .put("precision", f.precision())
                    .put("runs", f.runs())
                    .put("threads", threads)
                    .put("same_over_runs", f.sameOverRuns())
                    .put("same_over_threads", f.sameOverThreads())
                    .put("largest_over_threads", f.overThreads())
                    .put("drift", f.drift());
        }
        console().say(all);
    }

    private static String line(Finding f) {
        return String.format(
                Locale.ROOT,
                "%-18s %-9s runs %-9s threads %-22s drift %.2e",
                f.subject(),
                f.precision(),
                f.sameOverRuns() ? "same" : "DIFFER",
                f.sameOverThreads()
                        ? "same"
                        : String.format(Locale.ROOT, "differ by %.1e", f.overThreads()),
                f.drift());
    }
}
