package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.Meter;
import mien.engine.edit.Meter.Better;
import mien.engine.edit.Readings;
import mien.engine.face.EyeBoxes;
import mien.engine.face.FaceParts;
import mien.engine.face.Gaze;
import mien.engine.picture.Mask;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Scope;

/**
 * What the experts say of a face while it forms, each once and without a gradient: of x̂_0 pasted
 * into the target, so of what is seen. Whose face it is, is asked after every step, in a long walk
 * after every few; the parser and the gaze network are asked now and then. After the last step all
 * are. Several faces count as their mean.
 */
final class SwapMeters {

    static final Meter SOURCE =
            new Meter("source-likeness", new Scale(-1, 1, 0.01, Unit.AMOUNT), Better.HIGHER);
    static final Meter TARGET =
            new Meter("target-likeness", new Scale(-1, 1, 0.01, Unit.AMOUNT), Better.LOWER);
    static final Meter GAZE =
            new Meter("gaze-error", new Scale(0, 30, 0.1, Unit.DEGREES), Better.LOWER);
    static final Meter PARTS =
            new Meter("parts-agree", new Scale(0, 100, 1, Unit.PERCENT), Better.HIGHER);
    static final Meter DRIFT =
            new Meter("drift", new Scale(0, 50, 0.1, Unit.PERCENT), Better.LOWER);

    static final List<Meter> ALL = List.of(SOURCE, TARGET, PARTS, GAZE, DRIFT);

    /** Degrees of gaze that weigh as much as a whole likeness. */
    private static final double LOOKING_AWAY = 60;

    private final SwapNetworks networks;
    private final List<Measured> faces;

    /** A face, and what the experts say of the target. */
    private record Measured(
            FaceWalk walk, NDArray vector, Mask parts, Optional<EyeBoxes> eyes, List<Gaze> gaze) {}

    /**
     * @param faces of the walk; what is asked about their targets belongs to their manager
     * @param eyes where the eyes of each are
     */
    SwapMeters(SwapNetworks networks, List<FaceWalk> faces, List<Optional<EyeBoxes>> eyes) {
        this.networks = networks;
        this.faces = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            FaceWalk walk = faces.get(i);
            Optional<EyeBoxes> where = networks.gaze().isPresent() ? eyes.get(i) : Optional.empty();
            this.faces.add(
                    new Measured(
                            walk,
                            Scope.lasting(() -> networks.recogniser().vectors(walk.target())),
                            networks.parser().parts(walk.target()),
                            where,
                            where.map(boxes -> gaze(walk.target(), boxes)).orElse(List.of())));
        }
    }

    /**
     * How good a step is: like the source and unlike nothing else of the target. Likeness, the
     * share of parts that agree and the gaze's error count; empty where not all were read.
     */
    static OptionalDouble score(Readings r) {
        if (r.of(SOURCE.id()).isEmpty() || r.of(PARTS.id()).isEmpty()) {
            return OptionalDouble.empty();
        }
        double agree = r.of(PARTS.id()).getAsDouble() / 100;
        double away = r.of(GAZE.id()).orElse(0) / LOOKING_AWAY;
        return OptionalDouble.of(r.of(SOURCE.id()).getAsDouble() + agree - away);
    }

    /**
     * @param x0 x̂_0 after the step [F, 3, S, S]
     */
    Readings of(int step, int steps, NDArray x0) {
        boolean all = asksAll(step, steps);
        if (!all && !asksLikeness(step, steps)) {
            return Readings.NONE;
        }
        Map<String, List<Double>> read = new HashMap<>();
        List<NDArray> pictures = FaceRow.apart(x0);
        for (int i = 0; i < faces.size(); i++) {
            NDArray picture = pictures.get(i);
            Measured face = faces.get(i);
            Scope.freeing(() -> read(face, picture, all, read)).close();
        }
        Map<String, Double> means = new HashMap<>();
        read.forEach((id, values) -> mean(values).ifPresent(mean -> means.put(id, mean)));
        return new Readings(means);
    }

    /** After every step, in a long walk after every so manieth: some twenty-five times. */
    static boolean asksLikeness(int step, int steps) {
        return step % Math.max(1, steps / 25) == 0 || step == steps;
    }

    /** After every fifth step, in a long walk some ten times, and after the last. */
    static boolean asksAll(int step, int steps) {
        return step % Math.max(5, steps / 10) == 0 || step == steps;
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).average();
    }

    /** Reads one face, and returns what was looked at. */
    private NDArray read(Measured face, NDArray x0, boolean all, Map<String, List<Double>> into) {
        NDArray m = face.walk.mask(); // 1,1,S,S
        NDArray target = face.walk.target();
        NDArray outside = m.sub(1f).neg();
        NDArray seen = Numbers.within(x0, -1, 1).mul(m).add(target.mul(outside));
        NDArray v = networks.recogniser().vectors(seen); // 1,D
        note(into, SOURCE, v.mul(face.walk.v()).sum().getFloat());
        note(into, TARGET, v.mul(face.vector).sum().getFloat());
        double area = 3 * outside.sum().getFloat();
        double change = x0.sub(target).abs().mul(outside).sum().getFloat(); // of a range of 2
        note(into, DRIFT, area == 0 ? 0 : 50 * change / area);
        if (all) {
            note(into, PARTS, 100 * FaceParts.agreement(networks.parser().parts(seen), face.parts));
            face.eyes.ifPresent(boxes -> note(into, GAZE, between(gaze(seen, boxes), face.gaze)));
        }
        return seen;
    }

    private static void note(Map<String, List<Double>> into, Meter meter, double value) {
        into.computeIfAbsent(meter.id(), id -> new ArrayList<>()).add(value);
    }

    private List<Gaze> gaze(NDArray picture, EyeBoxes eyes) {
        NDArray read = Scope.freeing(() -> networks.gaze().orElseThrow().read(picture, eyes));
        float[] n = read.toFloatArray(); // 2,2
        read.close();
        return List.of(new Gaze(n[0], n[1]), new Gaze(n[2], n[3]));
    }

    private static double between(List<Gaze> a, List<Gaze> b) {
        return Stream.of(0, 1)
                .mapToDouble(eye -> a.get(eye).degreesFrom(b.get(eye)))
                .average()
                .orElseThrow();
    }
}
