package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Step;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.nn.Layers.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of each term and of their sum by x_t, through experts and U-Net. */
class GuidanceGoldenTest {

    private static final double FORWARD = 1e-4;

    /** Of networks with maxima: a change of x_t by 1e-7 moves ours by up to 2e-3. */
    private static final double JUMPING = 5e-3;

    /** Norms over as few as 15 pixels and a sharp soft arg-max amplify rounding. */
    private static final double OWN_STATISTICS = 3e-2;

    private static final String MEANT = ".gaze_eval_mode";

    static List<GoldenCase> cases() {
        return Goldens.with("diffface", "grad.id", "grad.l2", "x_in", "aug.affine_applied");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theIdentityTermEqualsTheOriginal(GoldenCase golden) {
        try (GoldenSwap swap = new GoldenSwap(golden)) {
            swap.assertGolden("img_id", swap.source(), FORWARD);
            IdentityExpert expert = swap.identity(step -> RecordedWarps.of(golden, "aug."));
            swap.assertGolden("arc_in_masked", expert.masked(swap.array("x_in")), FORWARD);
            Asked asked = new Asked(swap, new Term(SwapSettings.IDENTITY, () -> expert));
            asked.assertGolden("loss_id", "grad.id", JUMPING);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theColourTermEqualsTheOriginal(GoldenCase golden) {
        try (GoldenSwap swap = new GoldenSwap(golden)) {
            Term term = new Term(SwapSettings.COLOUR, () -> new ColourExpert(swap.target));
            new Asked(swap, term).assertGolden("loss_l2_weighted", "grad.l2", FORWARD);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePartsTermAndTheMaskEqualTheOriginal(GoldenCase golden) {
        try (GoldenSwap swap = new GoldenSwap(golden)) {
            FaceParser parser = swap.parser();
            swap.assertGolden("seg_logits_x_in", parser.logits(swap.array("x_in")), FORWARD);
            assertEquals(swap.paste().mask(), parser.faceMask(swap.target));
            Term term =
                    new Term(
                            SwapSettings.PARTS,
                            () -> new ParserExpert(parser, swap.target, Distance.ABSOLUTE));
            new Asked(swap, term).assertGolden("loss_seg_before_weight", "grad.seg", FORWARD);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGazeTermEqualsTheOriginalAsItRunsAndAsItWasMeant(GoldenCase golden) {
        try (GoldenSwap swap = new GoldenSwap(golden)) {
            for (Statistics eyes : List.of(Statistics.OWN, Statistics.RUNNING)) {
                boolean meant = eyes == Statistics.RUNNING;
                GazeReader reader = swap.gazeReader(eyes);
                Term term =
                        new Term(
                                SwapSettings.GAZE,
                                () ->
                                        new GazeExpert(
                                                reader,
                                                swap.target,
                                                swap.eyeBoxes(),
                                                Distance.ABSOLUTE));
                String mode = meant ? MEANT : "";
                swap.assertGolden(
                        "gaze_vectors" + mode,
                        byEye(
                                reader.read(swap.array("x_in"), swap.eyeBoxes()),
                                reader.read(swap.target, swap.eyeBoxes())),
                        meant ? FORWARD : OWN_STATISTICS);
                new Asked(swap, term)
                        .assertGolden(
                                "loss_gaze" + mode,
                                "grad.gaze" + mode,
                                meant ? JUMPING : OWN_STATISTICS);
            }
        }
    }

    /** The left eye of both pictures, then the right one [4, 2]. */
    private static NDArray byEye(NDArray seen, NDArray target) {
        return target.expandDims(1).concat(seen.expandDims(1), 1).reshape(4, 2);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSumOfAllTermsEqualsTheOriginal(GoldenCase golden) {
        try (GoldenSwap swap = new GoldenSwap(golden)) {
            Step s = swap.stepAt(golden.ints("t_index")[0]);
            for (Statistics eyes : List.of(Statistics.OWN, Statistics.RUNNING)) {
                boolean meant = eyes == Statistics.RUNNING;
                Guiding all =
                        swap.weighed(
                                SwapSettings.asProgram().guiding(),
                                swap.json("weights_lambda").get("all"));
                double[] loss = {0};
                FacialGuidance guidance =
                        swap.guidance(
                                eyes,
                                all,
                                (step, heard) ->
                                        heard.forEach(
                                                (name, d) ->
                                                        loss[0] += d * all.pull(name).weight()));
                String mode = meant ? MEANT : "";
                swap.assertGolden(
                        "grad.all" + mode,
                        guidance.predict(swap.array("x_t"), s).gradient().orElseThrow(),
                        meant ? JUMPING : OWN_STATISTICS);
                double theirs = golden.doubles("loss_all" + mode)[0];
                assertEquals(theirs, loss[0], (meant ? FORWARD : 1e-2) * theirs);
            }
        }
    }

    /** One term alone, with the program's weights, in both forms that must give its gradient. */
    private record Asked(GoldenSwap swap, Term term) {

        void assertGolden(String loss, String gradient, double bound) {
            Step s = swap.stepAt(swap.golden.ints("t_index")[0]);
            Guiding program = SwapSettings.asProgram().guiding();
            for (Form form : List.of(Form.THROUGH, Form.SPARING)) {
                Map<String, Double> heard = new LinkedHashMap<>();
                FacialGuidance guidance =
                        new FacialGuidance(
                                swap.denoiser(),
                                List.of(term),
                                s.count(),
                                () -> program.with(form),
                                (step, distances) -> heard.putAll(distances));
                Prediction p = guidance.predict(swap.array("x_t"), s);
                swap.assertGolden("pred_xstart", p.x0(), FORWARD);
                swap.assertGolden(gradient, p.gradient().orElseThrow(), bound);
                boolean weighed = !loss.endsWith("before_weight");
                double weight = weighed ? program.pull(term.name()).weight() : 1;
                double ours = heard.get(term.name()) * weight;
                double theirs = swap.golden.doubles(loss)[0];
                assertEquals(theirs, ours, Math.max(FORWARD, bound / 10) * theirs, loss);
            }
        }
    }
}
