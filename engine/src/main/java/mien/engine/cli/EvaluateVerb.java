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
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.evaluate.Evaluation;
import mien.engine.evaluate.SwapSweep;
import mien.engine.evaluate.SweepCurves;
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

    @Option(
            names = "--sweep",
            description = {
                "Instead: turn up the weights of identity, parts and gaze and the mask's ramp in",
                "turn, and say whether identity and structure move as the paper says. --sheet names",
                "what sheets, curves and the table of all figures begin with."
            })
    boolean sweep;

    @Option(
            names = "--ablate",
            description = "Instead, or after the sweep: silence one expert after another.")
    boolean ablate;

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
            EditSystem<?> judged = session.engine().system(system);
            ModelPack pack = session.engine().library().choose(system, settings.model());
            Evaluations evaluations = new Evaluations(session, settings, pack);
            if (!sweep && !ablate) {
                judge(judged, evaluations, bar);
            } else if (judged instanceof FaceSwap swap) {
                vary(swap, evaluations, bar);
            } else {
                throw new Refusal(
                        "Settings of '%s' cannot be swept: --sweep and --ablate are for swap-face."
                                .formatted(system));
            }
        }
    }

    private void judge(EditSystem<?> judged, Evaluations evaluations, ProgressBar bar) {
        List<List<Picture>> rows = new ArrayList<>();
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
        bar.clear();
        Evaluation found = evaluations.found(system, count, metrics);
        if (sheet != null) {
            Outputs.write(ContactSheet.of(rows), sheet);
        }
        if (page != null) {
            QualityPage.write(found, page, Optional.ofNullable(sheet));
        }
        report(found);
    }

    private void vary(FaceSwap swap, Evaluations evaluations, ProgressBar bar) {
        Optional<SweepSheets> sheets = Optional.ofNullable(sheet).map(SweepSheets::new);
        SwapSweep.Watcher watcher =
                new SwapSweep.Watcher() {
                    @Override
                    public void edit(int done, int all) {
                        context.interrupt().check();
                        bar.show(done, all);
                    }

                    @Override
                    public void person(String name, List<Picture> row) {
                        sheets.ifPresent(s -> s.add(name, row));
                    }
                };
        Optional<List<SweepCurves>> curves =
                sweep ? Optional.of(evaluations.sweep(swap, count, watcher)) : Optional.empty();
        Optional<Map<String, Map<String, Double>>> experts =
                ablate ? Optional.of(evaluations.ablate(swap, count, watcher)) : Optional.empty();
        bar.clear();
        sheets.ifPresent(SweepSheets::write);
        Evaluation what = evaluations.found(system, count, Map.of());
        SweepReport report = new SweepReport(console(), sheets, Optional.ofNullable(page));
        curves.ifPresent(c -> report.files(what, c));
        experts.ifPresent(e -> report.files(what, e));
        if (json) {
            ObjectNode all = heading(what);
            curves.ifPresent(c -> SweepReport.tell(all, c));
            experts.ifPresent(e -> SweepReport.tell(all, e));
            console().say(all);
        } else {
            console().say(QualityPage.heading(what));
            curves.ifPresent(report::say);
            experts.ifPresent(report::say);
        }
    }

    private void report(Evaluation e) {
        if (json) {
            ObjectNode all = heading(e);
            ObjectNode metrics = all.putObject("metrics");
            e.metrics().forEach(metrics::put);
            console().say(all);
        } else {
            console().say(QualityPage.heading(e));
            e.metrics()
                    .forEach((name, value) -> console().say("%-26s %9.4f".formatted(name, value)));
        }
    }

    private static ObjectNode heading(Evaluation e) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("system", e.system())
                .put("pack", e.pack())
                .put("count", e.count())
                .put("seed", e.seed())
                .put("steps", e.steps());
    }
}
