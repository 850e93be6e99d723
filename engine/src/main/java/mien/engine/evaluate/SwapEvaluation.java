package mien.engine.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.face.FaceMask;
import mien.engine.face.FaceParts;
import mien.engine.face.FacePlace;
import mien.engine.face.Gaze;
import mien.engine.face.Landmarks68;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.world.Portrait;

/**
 * Face swaps against the world's truth. Each person of the evaluation gets the face of the next
 * one; the truth is that face, drawn in the first one's look. The person's seed is also the seed of
 * the noise.
 *
 * <p>Identity is judged by a network that no guidance asks: {@code closer_to_source} is the share
 * of results nearer to the source than to the target, {@code d_r} the mean of D(result, source) /
 * (D(result, source) + D(result, target)) with D = 1 − cos (reference diffface.md §11), {@code
 * cos_source} the mean of D(result, source) and {@code arc_source} the same by the network that
 * guides. Gaze and pose are what estimators read from the result against the truth's own, beside
 * what they read from the truth ({@code _floor}) and from the source ({@code _source}). PSNR is the
 * mean over people of each picture's, over the truth's face; beside it stand the target untouched
 * and the naive tool, the source's face pasted upright into the target's.
 */
public final class SwapEvaluation {

    private final EditSystem<SwapSpec> system;
    private final Handle.Faces<SwapSpec> faces;
    private final Editor<SwapSpec> editor;
    private final SwapJudge judge;
    private final int side;
    private final int size;
    private final Means means = new Means();

    /** Told after each person; the row is target, source, truth, the paste, ours. */
    @FunctionalInterface
    public interface Watcher {
        void person(int done, List<Picture> row);
    }

    /**
     * @param editor opens and edits with the pack that is judged
     * @param side of the portraits that the pack's networks read
     * @param size side of the pictures that are edited
     */
    public SwapEvaluation(
            EditSystem<SwapSpec> system,
            Editor<SwapSpec> editor,
            SwapJudge judge,
            int side,
            int size) {
        this.system = system;
        this.editor = editor;
        this.judge = judge;
        this.side = side;
        this.size = size;
        this.faces =
                system.handles().stream()
                        .filter(Handle.Faces.class::isInstance)
                        .map(h -> (Handle.Faces<SwapSpec>) h)
                        .findFirst()
                        .orElseThrow();
    }

    /**
     * Judges the people seed, seed + 1, …
     *
     * @return means by name, in the order of the table
     */
    public Map<String, Double> judge(long seed, int count, Watcher watcher) {
        for (int i = 0; i < count; i++) {
            watcher.person(i + 1, judge(SwapCase.of(seed + i, size), seed + i));
        }
        return means.values();
    }

    private List<Picture> judge(SwapCase c, long seed) {
        Picture target = c.target().picture();
        Picture source = c.source().picture();
        Picture truth = c.truth().picture();
        SwapSpec opened = opened(c.target());
        SwapSpec giving = opened(c.source());
        SwapSpec asked = faces.editing().taken(opened, first(opened), giving, first(giving), "");
        Picture sampled = editor.run(asked, seed);
        Picture ours = system.finished(asked, sampled);
        Picture paste = paste(c);

        FacePlace place = FacePlace.of(SwapCase.points(c.target()));
        FacePlace truePlace = FacePlace.of(SwapCase.points(c.truth()));
        FacePlace sourcePlace = FacePlace.of(SwapCase.points(c.source()));
        identity(place.crop(ours, side), place.crop(target, side), sourcePlace.crop(source, side));

        add("gaze_error", gaze(c, ours, truePlace), gaze(c, truth, truePlace));
        means.add("gaze_error_source", wandering(c));
        FlameCode wanted = c.truth().code();
        CodeErrors result = CodeErrors.between(judge.head(ours), wanted);
        CodeErrors floor = CodeErrors.between(judge.head(truth), wanted);
        add("pose_error", result.pose(), floor.pose());
        means.add("pose_error_source", CodeErrors.between(c.source().code(), wanted).pose());
        add("expression_error", result.expression(), floor.expression());

        boolean[] face = c.face();
        means.add("psnr", Psnr.of(ours, truth, face));
        means.add("psnr_target", Psnr.of(target, truth, face));
        means.add("psnr_paste", Psnr.of(paste, truth, face));
        means.add("outside_change", change(left(asked, sampled), ours, target));
        return List.of(target, source, truth, paste, ours);
    }

    private SwapSpec opened(Portrait portrait) {
        SwapSpec spec = editor.open(portrait.picture());
        boolean found = !faces.value(spec).isEmpty();
        means.add("faces_found", found ? 1 : 0);
        return found ? spec : faces.editing().added(spec, SwapCase.points(portrait));
    }

    private int first(SwapSpec spec) {
        return faces.value(spec).stream().map(FaceMark::id).findFirst().orElseThrow();
    }

    private void identity(Picture ours, Picture target, Picture source) {
        float[] v = judge.identity(ours);
        double toSource = distance(v, judge.identity(source));
        double toTarget = distance(v, judge.identity(target));
        means.add("closer_to_source", toSource < toTarget ? 1 : 0);
        means.add("d_r", toSource / Math.max(1e-9, toSource + toTarget));
        means.add("cos_source", toSource);
        means.add("cos_target", toTarget);
        means.add("arc_source", distance(judge.guiding(ours), judge.guiding(source)));
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
    private double gaze(SwapCase c, Picture picture, FacePlace place) {
        double[] xy = new double[2 * Landmarks68.COUNT];
        float[] known = c.truth().points().landmarks();
        Arrays.setAll(xy, i -> known[i] - 0.5);
        Landmarks68 inside = new Landmarks68(place.inside(xy, side));
        Gaze wanted = gaze(c.truth()).turned(-place.quad().roll());
        return judge.gaze(place.crop(picture, side), inside).stream()
                .mapToDouble(eye -> eye.degreesFrom(wanted))
                .average()
                .orElseThrow();
    }

    private static Gaze gaze(Portrait portrait) {
        float[] g = portrait.points().gaze();
        return new Gaze(g[0], g[1]);
    }

    /** How far the source's eyes look elsewhere: what a swap that took them too would get. */
    private static double wandering(SwapCase c) {
        return gaze(c.source()).degreesFrom(gaze(c.truth()));
    }

    /** The naive tool: the source's face, upright, over the target's. */
    private static Picture paste(SwapCase c) {
        FacePlace to = FacePlace.of(SwapCase.points(c.target()));
        int side = (int) Math.round(to.quad().side());
        FacePlace from = FacePlace.of(SwapCase.points(c.source()));
        Portrait target = c.target();
        Mask parsing = new Mask(target.size(), target.size(), target.parsing());
        FaceMask all = FaceMask.all(to, side, target.size(), target.size());
        Picture pasted = to.pasted(target.picture(), from.crop(c.source().picture(), side), all, 0);
        int[] argb = target.picture().argb().clone();
        for (int i = 0; i < argb.length; i++) {
            if (FaceParts.FACE.contains(parsing.values()[i] & 0xff)) {
                argb[i] = pasted.argb()[i];
            }
        }
        return new Picture(target.size(), target.size(), argb);
    }

    /** Which pixels the edit leaves alone, whatever is sampled: those where black is as white. */
    private boolean[] left(SwapSpec asked, Picture sampled) {
        int[] black = system.finished(asked, painted(sampled, 0)).argb();
        int[] white = system.finished(asked, painted(sampled, 0xffffff)).argb();
        boolean[] left = new boolean[black.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = black[i] == white[i];
        }
        return left;
    }

    private static Picture painted(Picture picture, int rgb) {
        int[] argb = Arrays.stream(picture.argb()).map(p -> p & 0xff000000 | rgb).toArray();
        return new Picture(picture.width(), picture.height(), argb);
    }

    /** Mean change in grey levels of the pixels that are left alone. */
    private static double change(boolean[] left, Picture ours, Picture target) {
        long sum = 0;
        long count = 0;
        for (int i = 0; i < left.length; i++) {
            if (left[i]) {
                sum += difference(ours.argb()[i], target.argb()[i]);
                count += 3;
            }
        }
        return count == 0 ? 0 : (double) sum / count;
    }

    private static int difference(int a, int b) {
        int sum = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
        }
        return sum;
    }

    private void add(String name, double result, double floor) {
        means.add(name, result);
        means.add(name + "_floor", floor);
    }
}
