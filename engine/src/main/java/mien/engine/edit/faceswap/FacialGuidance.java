package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Step;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.edit.faceswap.SwapSettings.Shown;
import mien.engine.tensor.Abreast;
import mien.engine.tensor.Gradients;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Scope;

/**
 * Facial guidance (Kim et al. 2022, facial guidance; reference diffface.md §5): g = −∇_{x_t} Σ
 * λ_k·L_k, through experts and U-Net. The program runs the U-Net once to predict and once more to
 * differentiate; here one pass does both. The prediction itself stays unguided; every sampler
 * applies g in its own way.
 */
public final class FacialGuidance implements Denoiser {

    /**
     * v: how much pictures in [−1, 1] vary along the smooth directions that experts pull in. The
     * slopes of a trained network along such lie between those of ½ and of 1.
     */
    private static final double VARIANCE = 0.5;

    private final FaceDenoiser network;
    private final List<Term> terms;
    private final int walk;
    private final Supplier<Guiding> settings;
    private final Readings readings;

    /** Hears what the experts say, step by step. */
    @FunctionalInterface
    public interface Readings {

        /** Does not listen. */
        Readings NONE = (step, distances) -> {};

        /**
         * @param distances L_k without its weight, of the experts that were asked, by name
         */
        void read(Step step, Map<String, Double> distances);
    }

    /**
     * @param walk T, how many steps the whole walk has
     * @param settings asked at every step, so that a change takes effect at the next
     */
    public FacialGuidance(
            FaceDenoiser network,
            List<Term> terms,
            int walk,
            Supplier<Guiding> settings,
            Readings readings) {
        this.network = network;
        this.terms = List.copyOf(terms);
        this.walk = walk;
        this.settings = settings;
        this.readings = readings;
    }

    @Override
    public Prediction predict(NDArray x, Step step) {
        Guiding now = settings.get();
        List<Asked> asked = asked(now, step);
        if (asked.isEmpty()) {
            return network.predict(x, step);
        }
        List<NDArray> parts =
                Scope.freeingAll(
                        () ->
                                now.form() == Form.AT_X0
                                        ? atX0(x, step, now, asked)
                                        : through(x, step, now, asked));
        return new Prediction(
                parts.get(0),
                parts.get(1),
                parts.size() > 3 ? Optional.of(parts.get(3)) : Optional.empty(),
                Optional.of(parts.get(2)));
    }

    private record Asked(String name, Expert expert, double weight) {}

    private List<Asked> asked(Guiding now, Step step) {
        List<Asked> asked = new ArrayList<>();
        for (Term term : terms) {
            double weight = now.pull(term.name()).at(step.index(), walk);
            if (weight > 0) {
                asked.add(new Asked(term.name(), term.expert(), weight));
            }
        }
        return asked;
    }

    /** Exactly: the gradient goes back through the experts and the U-Net. */
    private List<NDArray> through(NDArray x, Step s, Guiding now, List<Asked> asked) {
        return Gradients.with(
                () -> {
                    NDArray xt = Gradients.leaf(x);
                    FaceDenoiser.Guided traced = network.trace(xt, s, now.form() == Form.SPARING);
                    NDArray seen = shown(traced.prediction().x0(), xt, s, now.shown());
                    Gradients.backward(seen, pull(seen, s, asked));
                    traced.onwards().run();
                    return parts(traced.prediction(), xt.getGradient().neg());
                });
    }

    /**
     * Cheaper: the gradient ends at x̂_0, and the U-Net is taken for the best denoiser of Gaussian
     * pictures of variance v, whose ∂x̂_0/∂x_t is √ᾱ·v/(ᾱ·v + 1 − ᾱ).
     */
    private List<NDArray> atX0(NDArray x, Step s, Guiding now, List<Asked> asked) {
        Prediction p = network.predict(x, s);
        double abar = s.alphaBar();
        double slope = Math.sqrt(abar) * VARIANCE / (abar * VARIANCE + 1 - abar);
        double f = share(s, now.shown());
        NDArray seen = shown(p.x0(), x, s, now.shown());
        return parts(p, Numbers.times(pull(seen, s, asked), -(f * slope + 1 - f)));
    }

    /** What the experts see: f·x̂_0 + (1 − f)·x_t with f = √(1−ᾱ_t), or x̂_0 itself. */
    private static NDArray shown(NDArray x0, NDArray xt, Step s, Shown shown) {
        double f = share(s, shown);
        return f == 1 ? x0 : Numbers.times(x0, f).add(Numbers.times(xt, 1 - f));
    }

    private static double share(Step s, Shown shown) {
        return shown == Shown.X0 ? 1 : Math.sqrt(1 - s.alphaBar());
    }

    /**
     * What one expert says.
     *
     * @param distance L_k
     * @param slope λ_k·∇L_k by what it saw, shaped like it
     */
    private record Said(double distance, NDArray slope) {}

    /** Σ λ_k·∇L_k by what the experts see. No expert needs another, so all look at once. */
    private NDArray pull(NDArray seen, Step s, List<Asked> asked) {
        List<Said> said =
                Abreast.all(
                        asked.stream().<Supplier<Said>>map(k -> () -> ask(k, seen, s)).toList());
        Map<String, Double> heard = new LinkedHashMap<>();
        NDArray sum = seen.zerosLike();
        for (int i = 0; i < asked.size(); i++) {
            heard.put(asked.get(i).name, said.get(i).distance);
            try (NDArray slope = said.get(i).slope) { // made on another thread: no scope knows it
                sum.addi(slope);
            }
        }
        readings.read(s, heard);
        return sum;
    }

    private static Said ask(Asked k, NDArray seen, Step s) {
        double[] distance = new double[1];
        NDArray slope =
                Scope.freeing(
                        () ->
                                Gradients.with(
                                        () -> {
                                            NDArray leaf = Gradients.leaf(seen);
                                            NDArray off = k.expert.distance(leaf, s); // L_k
                                            distance[0] = off.getFloat();
                                            Gradients.backward(Numbers.times(off, k.weight));
                                            return leaf.getGradient();
                                        }));
        return new Said(distance[0], slope);
    }

    /** x̂_0, ε̂, g and perhaps log σ², outside the graph. */
    private static List<NDArray> parts(Prediction p, NDArray gradient) {
        return Stream.concat(Stream.of(p.x0(), p.eps(), gradient), p.logVariance().stream())
                .map(NDArray::stopGradient)
                .toList();
    }
}
