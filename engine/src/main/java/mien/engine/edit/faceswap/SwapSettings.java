package mien.engine.edit.faceswap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.edit.faceswap.FaceParser.Normalisation;
import mien.engine.nn.Layers.Statistics;

/**
 * Everything that can be chosen about a walk. Three presets: {@link #asProgram as the program},
 * {@link #asPaper as the paper} (reference diffface.md §7), and {@link #asProgram} {@link
 * #withoutSlips without slips}, the default.
 *
 * @param walk where it begins and how it goes; read once, at the start
 * @param guiding what the experts have to say; may change while the walk goes on
 * @param blending how the target is kept; may change while the walk goes on
 */
public record SwapSettings(Walk walk, Guiding guiding, Blending blending) {

    /** L_id: whose face it is. */
    public static final String IDENTITY = "identity";

    /** L_sem: where the parts of the face are. */
    public static final String PARTS = "parts";

    /** L_gaze: where the eyes look. */
    public static final String GAZE = "gaze";

    /** The whole picture's colours. */
    public static final String COLOUR = "colour";

    /** How the head is turned. */
    public static final String POSE = "pose";

    /** The expert of {@link ToneExpert}: ours, weight 0 in the presets. */
    public static final String TONE = "tone";

    /** T of the program and the paper. */
    private static final double STEPS = 75;

    /**
     * @param chain how many steps the trained chain is respaced to
     * @param skipped how many of the noisiest are left out: the more, the nearer to the target
     * @param sampler {@link Ddpm} in the program
     * @param temperature how large all noise is; 1 in the program
     */
    public record Walk(int chain, int skipped, Sampler sampler, double temperature) {

        public Walk {
            if (skipped < 0 || skipped >= chain) {
                throw new IllegalArgumentException(
                        "Of a chain of %d steps 0 to %d can be skipped, not %d."
                                .formatted(chain, chain - 1, skipped));
            }
        }

        /** The steps of the walk, T of them, from the noisiest. */
        public List<Step> steps(Schedule trained) {
            List<Step> all = trained.respaced(Respacing.parse(Integer.toString(chain))).denoising();
            return all.subList(skipped, chain);
        }

        /**
         * A walk of T steps that begins at about the same noise. Where so many do not lie between
         * there and the picture, it takes every step of the trained chain that does: 170 of 1000 if
         * 17 of 100 are walked, whether 171 are asked for or 1000.
         *
         * @param steps T, at least 1
         * @param trained how many steps the trained chain has
         */
        public Walk of(int steps, int trained) {
            int most = (int) Math.round((double) trained * (chain - skipped) / chain);
            int walked = Math.min(steps, Math.max(1, most));
            long respaced = Math.round((double) walked * chain / (chain - skipped));
            int longer = (int) Math.max(2, Math.min(trained, respaced));
            return new Walk(longer, longer - walked, sampler, temperature);
        }

        public Walk by(Sampler other) {
            return new Walk(chain, skipped, other, temperature);
        }
    }

    /** Which picture the experts see. */
    public enum Shown {
        /** √(1−ᾱ)·x̂_0 + (1 − √(1−ᾱ))·x_t: the program. */
        MIXED,
        /** x̂_0: the paper. */
        X0
    }

    /** How the gradient is taken. */
    public enum Form {
        /** Through experts and U-Net: program and paper. */
        THROUGH,
        /** The same numbers in a tenth of the memory, for half as much time again. */
        SPARING,
        /** Not through the U-Net: cheaper, and not the same. */
        AT_X0
    }

    /**
     * @param pulls how much each expert has to say, by name; those not named say nothing
     * @param distance between logits and between gazes
     * @param shown which picture the experts see
     * @param form how the gradient is taken
     * @param copies how many views of the face the identity expert looks at
     * @param parsing how the parser's pictures are prepared, in guidance and for the mask
     * @param eyes whose statistics the gaze network normalises with
     */
    public record Guiding(
            Map<String, Pull> pulls,
            Distance distance,
            Shown shown,
            Form form,
            int copies,
            Normalisation parsing,
            Statistics eyes) {

        public Guiding {
            Map<String, Pull> saying = new HashMap<>(pulls);
            saying.values().removeIf(Pull.NONE::equals); // the same as not being named
            pulls = Map.copyOf(saying);
        }

        public Pull pull(String expert) {
            return pulls.getOrDefault(expert, Pull.NONE);
        }

        /** The same with another weight of one expert. */
        public Guiding with(String expert, double weight) {
            return with(expert, pull(expert).weighing(weight));
        }

        public Guiding with(String expert, Pull pull) {
            Map<String, Pull> others = new HashMap<>(pulls);
            others.put(expert, pull);
            return new Guiding(others, distance, shown, form, copies, parsing, eyes);
        }

        public Guiding with(Form other) {
            return new Guiding(pulls, distance, shown, other, copies, parsing, eyes);
        }

        public Guiding with(Distance other) {
            return new Guiding(pulls, other, shown, form, copies, parsing, eyes);
        }

        public Guiding with(Shown other) {
            return new Guiding(pulls, distance, other, form, copies, parsing, eyes);
        }

        public Guiding with(Normalisation other) {
            return new Guiding(pulls, distance, shown, form, copies, other, eyes);
        }

        public Guiding with(Statistics other) {
            return new Guiding(pulls, distance, shown, form, copies, parsing, other);
        }

        public Guiding looking(int times) {
            return new Guiding(pulls, distance, shown, form, times, parsing, eyes);
        }
    }

    /**
     * @param fullFrom for which last share of the walk the mask is full, T̂/T (the program's
     *     threshold over T): the larger, the longer the face is free, and the more of the source's
     *     identity and shape; the smaller, the more of the target's pose
     * @param between whether the target is kept between the steps; without, as in the program's
     *     DDIM, only the end is pasted
     * @param matched whether the background has the noise of the step that comes, as in the paper,
     *     or of the one that was
     */
    public record Blending(double fullFrom, boolean between, boolean matched) {

        public Blending {
            if (!(fullFrom >= 0 && fullFrom < 1)) {
                throw new IllegalArgumentException(
                        "The mask is full for a share of the walk from 0 to below 1, not %s."
                                .formatted(fullFrom));
            }
        }

        public Blending from(double share) {
            return new Blending(share, between, matched);
        }

        public Blending between(boolean kept) {
            return new Blending(fullFrom, kept, matched);
        }

        public Blending matched(boolean stepThatComes) {
            return new Blending(fullFrom, between, stepThatComes);
        }
    }

    /** As the published program runs. */
    public static SwapSettings asProgram() {
        Map<String, Pull> pulls =
                Map.of(
                        IDENTITY, Pull.of(6000),
                        PARTS, Pull.of(200),
                        GAZE, new Pull(200, new Window(10 / STEPS, 50 / STEPS)),
                        COLOUR, Pull.of(50));
        return new SwapSettings(
                new Walk(100, 25, new Ddpm(), 1),
                new Guiding(
                        pulls,
                        Distance.ABSOLUTE,
                        Shown.MIXED,
                        Form.THROUGH,
                        Augmentation.COPIES,
                        Normalisation.TWICE,
                        Statistics.OWN),
                new Blending(30 / STEPS, true, false));
    }

    /** As the program runs with {@code --ddim}: nothing of the target is kept between the steps. */
    public static SwapSettings asProgramWithDdim() {
        SwapSettings ddpm = asProgram();
        return new SwapSettings(
                ddpm.walk.by(new Ddim(0)), ddpm.guiding, new Blending(30 / STEPS, false, false));
    }

    /** As the paper says, where it says something; else as the program. */
    public static SwapSettings asPaper() {
        Map<String, Pull> pulls =
                Map.of(IDENTITY, Pull.of(2000), PARTS, Pull.of(150), GAZE, Pull.of(200));
        return new SwapSettings(
                asProgram().walk,
                new Guiding(
                        pulls,
                        Distance.SQUARED,
                        Shown.X0,
                        Form.THROUGH,
                        Augmentation.COPIES,
                        Normalisation.ONCE,
                        Statistics.RUNNING),
                new Blending(30 / STEPS, true, true));
    }

    /**
     * The same with the parser's pictures prepared as it learnt them and the gaze network
     * normalised by what it learnt.
     */
    public SwapSettings withoutSlips() {
        return with(guiding.with(Normalisation.ONCE).with(Statistics.RUNNING));
    }

    public SwapSettings with(Walk other) {
        return new SwapSettings(other, guiding, blending);
    }

    public SwapSettings with(Guiding other) {
        return new SwapSettings(walk, other, blending);
    }

    public SwapSettings with(Blending other) {
        return new SwapSettings(walk, guiding, other);
    }
}
