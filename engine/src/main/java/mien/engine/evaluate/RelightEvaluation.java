package mien.engine.evaluate;

import java.util.List;
import java.util.Map;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Picture;

/**
 * Relight against the world's truth. Each person is seen once, and wanted in another light, turned
 * and moved; the edit is done twice, with the true codes of the wanted look and with what the pack
 * itself reads from the source. The person's seed is also the seed of the noise.
 *
 * <p>PSNR is the mean over people of each picture's PSNR over the truth's hair, face and neck. The
 * errors of light, pose and expression are those of the code that the pack's reader finds in the
 * edit with fitted codes, against the code that was wanted: beside it what the reader finds in the
 * source ({@code _nothing}) and in the truth ({@code _floor}). {@code identity_similarity} is the
 * cosine between shape and albedo as read from that edit and from the truth.
 */
public final class RelightEvaluation {

    private final Relight relight;
    private final Editor<RelightSpec> editor;
    private final int size;
    private final Means means = new Means();

    /**
     * Told after each person; the row is source, truth, ours with true codes, ours with fitted
     * codes.
     */
    @FunctionalInterface
    public interface Watcher {
        void person(int done, List<Picture> row);
    }

    /**
     * @param editor opens and edits with the pack that is judged
     * @param size side of that pack's pictures
     */
    public RelightEvaluation(Relight relight, Editor<RelightSpec> editor, int size) {
        this.relight = relight;
        this.editor = editor;
        this.size = size;
    }

    /**
     * Judges the people seed, seed + 1, …
     *
     * @return means by name, in the order of the table
     */
    public Map<String, Double> judge(long seed, int count, Watcher watcher) {
        for (int i = 0; i < count; i++) {
            List<Picture> row = judge(RelightCase.of(seed + i, size), seed + i);
            watcher.person(i + 1, row);
        }
        return means.values();
    }

    private List<Picture> judge(RelightCase c, long seed) {
        Picture source = c.source().picture();
        Picture truth = c.truth().picture();
        FlameCode wanted = c.truth().code();
        RelightSpec opened = editor.open(source);

        Picture withTrueCodes = editor.run(relight.opened(source, wanted), seed);
        Picture withFittedCodes = editor.run(opened.withLook(wanted), seed);

        boolean[] head = c.head();
        means.add("psnr_true_codes", Psnr.of(withTrueCodes, truth, head));
        means.add("psnr_fitted_codes", Psnr.of(withFittedCodes, truth, head));
        means.add("psnr_source", Psnr.of(source, truth, head));
        means.add("psnr_lambert", Psnr.of(c.lambert(), truth, head));

        FlameCode ours = read(withFittedCodes);
        FlameCode perfect = read(truth);
        CodeErrors result = CodeErrors.between(ours, wanted);
        CodeErrors nothing = CodeErrors.between(opened.edited(), wanted);
        CodeErrors floor = CodeErrors.between(perfect, wanted);
        add("light_error", result.light(), nothing.light(), floor.light());
        add("pose_error", result.pose(), nothing.pose(), floor.pose());
        add("expression_error", result.expression(), nothing.expression(), floor.expression());
        means.add("identity_similarity", ours.likeness(perfect));
        return List.of(source, truth, withTrueCodes, withFittedCodes);
    }

    private void add(String name, double result, double nothing, double floor) {
        means.add(name, result);
        means.add(name + "_nothing", nothing);
        means.add(name + "_floor", floor);
    }

    private FlameCode read(Picture picture) {
        return editor.open(picture).edited();
    }
}
