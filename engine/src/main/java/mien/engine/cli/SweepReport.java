package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mien.engine.evaluate.Evaluation;
import mien.engine.evaluate.Sweep;
import mien.engine.evaluate.SweepCurves;
import mien.engine.evaluate.Trend;

/** Tells what sweeps and ablations found: on the terminal, in files and on a page. */
final class SweepReport {

    private final Console console;
    private final Optional<SweepSheets> sheets;
    private final Optional<Path> page;

    /**
     * @param sheets where pictures and the table of all figures go
     * @param page that gets sections
     */
    SweepReport(Console console, Optional<SweepSheets> sheets, Optional<Path> page) {
        this.console = console;
        this.sheets = sheets;
        this.page = page;
    }

    void files(Evaluation what, List<SweepCurves> all) {
        sheets.ifPresent(
                s -> {
                    all.forEach(c -> s.write(c, SweepFigure.in(c.rows().get(0))));
                    Outputs.write(SweepPage.csv(all), s.table());
                });
        page.ifPresent(p -> SweepPage.write(what, all, p, sheets));
    }

    void files(Evaluation what, Map<String, Map<String, Double>> ablated) {
        page.ifPresent(p -> SweepPage.write(what, ablated, p, sheets.map(s -> s.sheet("experts"))));
    }

    void say(List<SweepCurves> all) {
        for (SweepCurves curves : all) {
            SweepPage.table(curves.sweep().control(), SweepPage.rows(curves)).forEach(console::say);
            SweepPage.verdicts(curves).forEach(console::say);
            console.say("");
        }
    }

    void say(Map<String, Map<String, Double>> ablated) {
        SweepPage.table("guided by", ablated).forEach(console::say);
    }

    static void tell(ObjectNode node, List<SweepCurves> all) {
        ArrayNode sweeps = node.putArray("sweeps");
        for (SweepCurves curves : all) {
            ObjectNode one = sweeps.addObject().put("control", curves.sweep().control());
            ArrayNode rows = one.putArray("rows");
            for (int i = 0; i < curves.values().size(); i++) {
                ObjectNode row = rows.addObject().put("value", curves.values().get(i));
                row.set("metrics", metrics(curves.rows().get(i)));
            }
            ArrayNode claims = one.putArray("claims");
            for (Sweep.Claim claim : curves.sweep().claims()) {
                Trend t = curves.trend(claim.metric());
                claims.addObject()
                        .put("metric", claim.metric())
                        .put("should", claim.rises() ? "rise" : "fall")
                        .put("does", claim.holds(t))
                        .put("rho", t.rho())
                        .put("first", t.first())
                        .put("last", t.last());
            }
        }
    }

    static void tell(ObjectNode node, Map<String, Map<String, Double>> ablated) {
        ArrayNode rows = node.putArray("experts");
        ablated.forEach(
                (name, found) ->
                        rows.addObject().put("guided", name).set("metrics", metrics(found)));
    }

    private static ObjectNode metrics(Map<String, Double> found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        found.forEach(node::put);
        return node;
    }
}
