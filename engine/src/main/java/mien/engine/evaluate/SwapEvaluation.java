package mien.engine.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.face.FaceMask;
import mien.engine.face.FaceParts;
import mien.engine.face.FacePlace;
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
 * guides. {@code parts_agree} is the share of the face's pixels that the parser takes for the same
 * part as in the target.
 *
 * <p>Gaze, pose, expression and shape are what estimators read from the result against what is true
 * of the truth, beside what they read from the truth ({@code _floor}); the shape, which alone
 * should be the source's, also beside what they read from the target ({@code _target}). {@code
 * shape_to_source}, {@code pose_to_target} and {@code expression_to_target} compare reading with
 * reading, as is done where no truth is known. PSNR is the mean over people of each picture's, over
 * the truth's face; beside it stand the target untouched and the naive tool, the source's face
 * pasted upright into the target's.
 *
 * <p>{@code outside_change} is how much those pixels changed that the edit's own mask leaves alone:
 * whether it keeps its word. A mask that is far too large keeps it too; {@code
 * outside_truth_change} looks at the pixels far from the true faces of target and truth.
 */
public final class SwapEvaluation {

    private static final List<String> READ =
            List.of(
                    "closer_to_source",
                    "d_r",
                    "cos_source",
                    "arc_source",
                    "parts_agree",
                    "gaze_error",
                    "pose_error",
                    "expression_error",
                    "shape_error");

    private final SwapSetting setting;
    private final SwapAsking asking;
    private final Means means = new Means();

    /** Told after each person; the row is target, source, truth, the paste, ours. */
    @FunctionalInterface
    public interface Watcher {
        void person(int done, List<Picture> row);
    }

    public SwapEvaluation(SwapSetting setting) {
        this.setting = setting;
        asking = new SwapAsking(setting.system(), setting.editor()::open);
    }

    /**
     * Judges the people seed, seed + 1, …
     *
     * @return means by name, in the order of the table
     */
    public Map<String, Double> judge(long seed, int count, Watcher watcher) {
        for (int i = 0; i < count; i++) {
            watcher.person(i + 1, judge(SwapCase.of(seed + i, setting.size()), seed + i));
        }
        return means.values();
    }

    private List<Picture> judge(SwapCase c, long seed) {
        Picture target = c.target().picture();
        Picture truth = c.truth().picture();
        SwapSpec asked = asking.asked(c, found -> means.add("faces_found", found ? 1 : 0));
        Picture sampled = setting.editor().run(asked, seed);
        Picture ours = setting.system().finished(asked, sampled);
        Picture paste = paste(c);

        SwapMeasures measures = new SwapMeasures(c, setting);
        measures.of(ours).forEach(means::add);
        Map<String, Double> perfect = measures.of(truth);
        READ.stream()
                .filter(perfect::containsKey)
                .forEach(name -> means.add(name + "_floor", perfect.get(name)));
        means.add("gaze_error_source", c.wandering());
        measures.untouched()
                .ifPresent(
                        read -> {
                            FlameCode wanted = c.truth().code();
                            CodeErrors source = CodeErrors.between(c.source().code(), wanted);
                            means.add("pose_error_source", source.pose());
                            means.add("shape_error_target", read.shape());
                        });
        means.add("psnr_target", Psnr.of(target, truth, c.face()));
        means.add("psnr_paste", Psnr.of(paste, truth, c.face()));
        means.add("outside_change", change(left(asked, sampled), ours, target));
        means.add("outside_truth_change", change(c.outside(), ours, target));
        return List.of(target, c.source().picture(), truth, paste, ours);
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
        int[] black = setting.system().finished(asked, painted(sampled, 0)).argb();
        int[] white = setting.system().finished(asked, painted(sampled, 0xffffff)).argb();
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

    /** Mean change in grey levels of some pixels. */
    private static double change(boolean[] some, Picture ours, Picture target) {
        long sum = 0;
        long count = 0;
        for (int i = 0; i < some.length; i++) {
            if (some[i]) {
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
}
