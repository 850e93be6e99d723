package mien.engine.evaluate;

import java.util.List;
import java.util.stream.DoubleStream;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.EditSystem;
import mien.engine.edit.faceswap.SwapSpec;

/**
 * A setting of DiffFace that is turned up while all else stays, and what the paper says comes of it
 * (Kim et al. 2022, ablations; reference diffface.md §6 on the knobs' effects).
 *
 * @param control the slider's id
 * @param letter what the paper calls it
 * @param claims what should come of it
 */
public record Sweep(String control, String letter, List<Claim> claims) {

    /**
     * @param metric a name of {@link SwapEvaluation}
     * @param rises whether it should rise as the setting rises; else fall
     */
    public record Claim(String metric, boolean rises) {

        public boolean holds(Trend trend) {
            return rises ? trend.rises() : trend.falls();
        }
    }

    /**
     * Identity by λ_id, structure by λ_sem, gaze by λ_gaze, and identity against structure by how
     * late the mask is full: from t = T̂ on, so that 1 − T̂/T of the walk is over. The paper's
     * words make T̂ that point, and its shapes change more with a larger one; its formula makes it
     * the length of the ramp, T − T̂ here (reference diffface.md §6).
     */
    public static final List<Sweep> ALL =
            List.of(
                    new Sweep(
                            "identity",
                            "λ_id",
                            List.of(new Claim("d_r", false), new Claim("parts_agree", false))),
                    new Sweep("parts", "λ_sem", List.of(new Claim("parts_agree", true))),
                    new Sweep("gaze", "λ_gaze", List.of(new Claim("gaze_error", false))),
                    new Sweep(
                            "mask-full-at",
                            "1 − T̂/T",
                            List.of(new Claim("d_r", true), new Claim("parts_agree", true))));

    /** Of what the model does best by: nothing of it to four times as much. */
    private static final double[] SHARES = {0, 0.5, 1, 2, 4};

    /** Where it does best without: of the whole scale. */
    private static final double[] PARTS = {0, 0.125, 0.25, 0.5, 1};

    /** Of the whole walk; the program's is among them. */
    private static final double[] FIFTHS = {0.2, 0.4, 0.6, 0.8, 1};

    Slider<SwapSpec> slider(EditSystem<SwapSpec> system) {
        return system.control(control).map(c -> (Slider<SwapSpec>) c).orElseThrow();
    }

    /**
     * The values that are tried, rising. Weights run from 0 to four times the model's own, as far
     * as the slider goes; what belongs to the walk runs through all of it.
     *
     * @param usual the model's own
     */
    static List<Double> values(Scale scale, double usual) {
        double whole = scale.unit() == Unit.PERCENT || usual == 0 ? scale.max() : usual;
        double[] shares = scale.unit() == Unit.PERCENT ? FIFTHS : usual == 0 ? PARTS : SHARES;
        return DoubleStream.of(shares)
                .map(s -> scale.clamped(s * whole))
                .distinct()
                .boxed()
                .toList();
    }
}
