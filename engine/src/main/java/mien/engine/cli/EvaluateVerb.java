package mien.engine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.evaluate.Evaluation;
import mien.engine.model.ModelPack;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a system against the truth of drawn people. */
@Command(
        name = "evaluate",
        description = {
            "Measure a system against the true answers of drawn people.",
            "The people are --seed, --seed + 1, … (default 1000000, where no training ever looked)."
        })
final class EvaluateVerb extends Verb {

    private static final long FIRST_PERSON = 1_000_000;
    private static final int SHEET_ROWS = 12;
    private static final int GAP = 4;
    private static final int BACKGROUND = 0xff202020;

    @Parameters(paramLabel = "SYSTEM", description = "relight or swap-face.")
    String system;

    @Option(names = "--count", paramLabel = "N", description = "How many people; default 100.")
    int count = 100;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            description =
                    "A sheet of the first people: what is edited, the truth, the naive tool and ours.")
    Path sheet;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Put the table into this page, such as docs/quality.md.")
    Path page;

    @Mixin RunOptions run = new RunOptions();

    EvaluateVerb(Context context) {
        super(context);
        run.seed = FIRST_PERSON;
    }

    @Override
    void work() {
        if (count < 1) {
            throw new Refusal("--count takes 1 or more, but got %d.".formatted(count));
        }
        Optional.ofNullable(sheet).ifPresent(file -> Outputs.check("--sheet", file));
        RunSettings settings = run.settings();
        try (Session session = new Session(context);
                ProgressBar bar = console().bar("evaluate " + system)) {
            session.noticeIdleGpu();
            List<List<Picture>> rows = new ArrayList<>();
            Evaluation found = judged(session, settings, bar, rows);
            bar.clear();
            if (sheet != null) {
                Outputs.write(ContactSheet.of(rows, GAP, BACKGROUND), sheet);
            }
            if (page != null) {
                QualityPage.write(found, page, Optional.ofNullable(sheet));
            }
            report(found);
        }
    }

    private Evaluation judged(
            Session session, RunSettings settings, ProgressBar bar, List<List<Picture>> rows) {
        EditSystem<?> judged = session.engine().system(system);
        ModelPack pack = session.engine().library().choose(system, settings.model());
        Evaluations evaluations = new Evaluations(session, settings, pack);
        Map<String, Double> metrics =
                evaluations.of(
                        judged,
                        count,
                        (done, row) -> {
                            context.interrupt().check();
                            bar.show(done, count);
                            if (rows.size() < SHEET_ROWS) {
                                rows.add(row);
                            }
                        });
        return new Evaluation(
                system, pack.id(), count, settings.seed(), evaluations.steps(), metrics);
    }

    private void report(Evaluation e) {
        if (json) {
            ObjectNode all =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("system", e.system())
                            .put("pack", e.pack())
                            .put("count", e.count())
                            .put("seed", e.seed())
                            .put("steps", e.steps());
            ObjectNode metrics = all.putObject("metrics");
            e.metrics().forEach(metrics::put);
            console().say(all);
        } else {
            console().say(QualityPage.heading(e));
            e.metrics()
                    .forEach((name, value) -> console().say("%-26s %9.4f".formatted(name, value)));
        }
    }
}
