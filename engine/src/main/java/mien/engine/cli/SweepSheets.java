package mien.engine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mien.engine.evaluate.SweepCurves;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.picture.Plot;
import mien.engine.picture.Plot.Axis;

/**
 * The pictures of sweeps, in files beside each other: for each sweep a sheet (a row for a person:
 * target, source, and the result at every value) and its curves.
 */
final class SweepSheets {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;
    private static final int DOT = 3;
    private static final double BESIDE = 0.02;
    private static final int ROWS = 12;

    private final Path stem;
    private final Map<String, List<List<Picture>>> rows = new LinkedHashMap<>();

    /**
     * @param stem the file whose name the others' begin with
     */
    SweepSheets(Path stem) {
        this.stem = stem;
    }

    void add(String name, List<Picture> row) {
        List<List<Picture>> sheet = rows.computeIfAbsent(name, n -> new ArrayList<>());
        if (sheet.size() < ROWS) {
            sheet.add(row);
        }
    }

    /** Writes all sheets. */
    void write() {
        rows.forEach((name, sheet) -> Outputs.write(ContactSheet.of(sheet), sheet(name)));
    }

    /** Writes the curves of a sweep, figure by figure from left to right. */
    void write(SweepCurves curves, List<SweepFigure> figures) {
        List<Picture> plots = figures.stream().map(f -> plot(curves, f)).toList();
        Outputs.write(ContactSheet.of(List.of(plots)), curves(curves.sweep().control()));
    }

    private static Picture plot(SweepCurves curves, SweepFigure figure) {
        double[] x = curves.settings();
        double[] y = curves.of(figure.metric());
        double beside = BESIDE * (x[x.length - 1] - x[0]); // so that dots are whole
        return new Plot(
                        WIDTH,
                        HEIGHT,
                        new Axis(x[0] - beside, x[x.length - 1] + beside),
                        new Axis(0, figure.top(Arrays.stream(y).max().orElse(0))))
                .line(x, y)
                .dots(x, y, DOT)
                .picture();
    }

    Path sheet(String name) {
        return beside(name + ".png");
    }

    Path curves(String name) {
        return beside(name + "-curves.png");
    }

    Path table() {
        return beside("curves.csv");
    }

    private Path beside(String ending) {
        String whole = stem.getFileName().toString();
        int dot = whole.lastIndexOf('.');
        String name = dot > 0 ? whole.substring(0, dot) : whole;
        return stem.resolveSibling(name + "-" + ending);
    }
}
