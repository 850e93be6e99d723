package mien.engine.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mien.engine.face.FaceParts;
import mien.engine.face.FacePlace;
import mien.engine.face.Gaze;
import mien.engine.face.Landmarks68;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** What is measured of results of one case; what is true of the case is looked at once. */
final class SwapMeasures {

    private final SwapCase c;
    private final SwapJudge judge;
    private final int side;
    private final FacePlace place;
    private final float[] source;
    private final float[] target;
    private final float[] guidingSource;
    private final Mask parts;
    private final Optional<Heads> heads;

    /** The heads of a case as they are read. */
    private record Heads(FlameCode source, FlameCode target) {}

    SwapMeasures(SwapCase c, SwapSetting setting) {
        this.c = c;
        judge = setting.judge();
        side = setting.side();
        place = FacePlace.of(SwapCase.points(c.target()));
        Picture giving = FacePlace.of(SwapCase.points(c.source())).crop(c.source().picture(), side);
        Picture seen = place.crop(c.target().picture(), side);
        source = judge.identity(giving);
        target = judge.identity(seen);
        guidingSource = judge.guiding(giving);
        parts = judge.parts(seen);
        heads =
                judge.head(c.source().picture())
                        .flatMap(
                                from ->
                                        judge.head(c.target().picture())
                                                .map(to -> new Heads(from, to)));
    }

    /** What is read of the target, against the truth; empty where nobody reads heads. */
    Optional<CodeErrors> untouched() {
        return heads.map(of -> CodeErrors.between(of.target, c.truth().code()));
    }

    /**
     * Everything, by name. Heads are left out where nobody reads them.
     *
     * @param result the target with another face
     */
    Map<String, Double> of(Picture result) {
        Map<String, Double> found = new LinkedHashMap<>();
        Picture portrait = place.crop(result, side);
        identity(portrait, found);
        found.put("parts_agree", FaceParts.agreement(judge.parts(portrait), parts));
        found.put("gaze_error", gaze(result));
        heads.ifPresent(of -> head(result, of, found));
        found.put("psnr", Psnr.of(result, c.truth().picture(), c.face()));
        return found;
    }

    private void identity(Picture portrait, Map<String, Double> found) {
        float[] v = judge.identity(portrait);
        double toSource = distance(v, source);
        double toTarget = distance(v, target);
        found.put("closer_to_source", toSource < toTarget ? 1.0 : 0.0);
        found.put("d_r", toSource / Math.max(1e-9, toSource + toTarget));
        found.put("cos_source", toSource);
        found.put("cos_target", toTarget);
        found.put("arc_source", distance(judge.guiding(portrait), guidingSource));
    }

    /** D = 1 − cos of unit vectors. */
    private static double distance(float[] a, float[] b) {
        double cosine = 0;
        for (int i = 0; i < a.length; i++) {
            cosine += (double) a[i] * b[i];
        }
        return 1 - cosine;
    }

    /** Degrees between where the eyes of a picture seem to look and where the truth's look. */
    private double gaze(Picture result) {
        FacePlace truePlace = FacePlace.of(SwapCase.points(c.truth()));
        double[] xy = new double[2 * Landmarks68.COUNT];
        float[] known = c.truth().points().landmarks();
        Arrays.setAll(xy, i -> known[i] - 0.5);
        Landmarks68 inside = new Landmarks68(truePlace.inside(xy, side));
        Gaze wanted = c.wantedGaze().turned(-truePlace.quad().roll());
        return judge.gaze(truePlace.crop(result, side), inside).stream()
                .mapToDouble(eye -> eye.degreesFrom(wanted))
                .average()
                .orElseThrow();
    }

    /** Against the truth as it was drawn, and, as papers do, against what is read of the pair. */
    private void head(Picture result, Heads of, Map<String, Double> found) {
        FlameCode ours = judge.head(result).orElseThrow();
        CodeErrors fromTruth = CodeErrors.between(ours, c.truth().code());
        CodeErrors fromTarget = CodeErrors.between(ours, of.target);
        found.put("pose_error", fromTruth.pose());
        found.put("expression_error", fromTruth.expression());
        found.put("shape_error", fromTruth.shape());
        found.put("pose_to_target", fromTarget.pose());
        found.put("expression_to_target", fromTarget.expression());
        found.put("shape_to_source", CodeErrors.between(ours, of.source).shape());
    }
}
