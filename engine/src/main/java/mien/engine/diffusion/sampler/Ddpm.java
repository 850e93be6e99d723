package mien.engine.diffusion.sampler;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepped;
import mien.engine.diffusion.Stepper;

/**
 * Ancestral sampling: Ho et al. 2020, "Denoising Diffusion Probabilistic Models", arXiv:2006.11239,
 * algorithm 2 in the form of equation 7, so that x̂_0 may be clipped. The variance is the model's;
 * without one, the posterior's.
 */
public record Ddpm() implements Sampler, Stepper {

    @Override
    public Stepper start() {
        return this; // a one-step method: nothing to remember
    }

    @Override
    public Stepped step(NDArray x, Step s, Denoiser model, Noise noise) {
        Prediction p = model.predict(x, s);
        NDArray logVariance =
                p.logVariance()
                        .orElseGet(() -> x.getManager().create((float) s.posteriorLogVariance()));
        NDArray mean = // eq. 7
                p.x0().mul((float) s.meanOfX0()).add(x.mul((float) s.meanOfXt()));
        if (p.gradient().isPresent()) { // μ + Σ·g (Dhariwal and Nichol 2021, algorithm 1)
            mean = mean.add(p.gradient().get().mul(logVariance.exp()));
        }
        if (s.last()) {
            return new Stepped(mean, p.x0());
        }
        NDArray sigma = logVariance.mul(0.5f).exp();
        return new Stepped(mean.add(noise.like(x, s).mul(sigma)), p.x0());
    }
}
