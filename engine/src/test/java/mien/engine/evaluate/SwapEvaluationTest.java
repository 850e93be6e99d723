package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

/** Editors whose answers are known: the figures must say so. */
class SwapEvaluationTest {

    private static Map<String, Double> judged(
            boolean heads, BiFunction<SwapCase, SwapSpec, Picture> edit) {
        return new SwapEvaluation(new KnownSwap(heads).edited(edit))
                .judge(KnownSwap.SEED, 1, (done, row) -> {});
    }

    @Test
    void aPerfectEditorReachesTheSourceTheCeilingAndTheFloors() {
        Map<String, Double> m = judged(true, (c, spec) -> c.truth().picture());
        assertEquals(1, m.get("closer_to_source"));
        assertEquals(0, m.get("d_r"), 1e-6);
        assertEquals(Psnr.EQUAL, m.get("psnr"));
        for (String name : List.of("parts_agree", "gaze_error", "pose_error", "shape_error")) {
            assertEquals(m.get(name + "_floor"), m.get(name), 1e-9, name);
        }
        assertEquals(0, m.get("shape_error"), 1e-6, "the source's shape");
        assertEquals(0, m.get("shape_to_source"), 1e-6);
        assertEquals(0, m.get("pose_to_target"), 0.05, "in the target's look");
        assertEquals(0, m.get("expression_to_target"), 1e-6);
        assertTrue(m.get("shape_error_target") > 0.1, "the target has another");
        assertTrue(m.get("gaze_error_source") > 0 && m.get("pose_error_source") > 0);
    }

    @Test
    void anEditorThatDoesNothingLeavesTheTargetAsItIs() {
        Map<String, Double> m = judged(true, (c, spec) -> spec.source());
        assertEquals(0, m.get("closer_to_source"));
        assertEquals(1, m.get("d_r"), 1e-6);
        assertEquals(m.get("psnr_target"), m.get("psnr"));
        assertEquals(m.get("shape_error_target"), m.get("shape_error"));
        assertEquals(m.get("shape_error"), m.get("shape_to_source"), 1e-6);
        assertTrue(m.get("psnr") < 40 && m.get("psnr_paste") < 40);
    }

    @Test
    void aMaskThatTakesFarMoreThanTheFaceIsSeenByTheTruthAlone() {
        Map<String, Double> all = judged(false, (c, spec) -> painted(c, i -> true));
        assertEquals(0, all.get("outside_change"), "its own mask leaves nothing alone");
        assertTrue(all.get("outside_truth_change") > 20, all::toString);
        Map<String, Double> face = judged(false, (c, spec) -> painted(c, i -> c.face()[i]));
        assertEquals(0, face.get("outside_truth_change"));
        assertEquals(0, judged(false, (c, s) -> s.source()).get("outside_truth_change"));
    }

    /** The target with some of its pixels white. */
    private static Picture painted(SwapCase c, IntPredicate some) {
        Picture target = c.target().picture();
        int[] argb = target.argb().clone();
        Arrays.setAll(argb, i -> some.test(i) ? -1 : argb[i]);
        return new Picture(target.width(), target.height(), argb);
    }

    @Test
    void whereNobodyReadsHeadsTheirFiguresAreLeftOut() {
        Map<String, Double> m = judged(false, (c, spec) -> spec.source());
        assertFalse(m.keySet().stream().anyMatch(name -> name.matches("(pose|exp|shape).*")));
        List<String> names = new ArrayList<>(judged(true, (c, spec) -> spec.source()).keySet());
        assertTrue(
                names.containsAll(
                        List.of("expression_error", "expression_error_floor", "pose_error_floor")));
        names.removeIf(name -> name.matches("(pose|expression|shape).*"));
        assertEquals(names, new ArrayList<>(m.keySet()));
    }
}
