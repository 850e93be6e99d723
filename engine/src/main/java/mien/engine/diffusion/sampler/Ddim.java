package mien.engine.diffusion.sampler;

import static java.lang.Math.sqrt;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepped;
import mien.engine.diffusion.Stepper;

/**
 * Song et al. 2021, "Denoising Diffusion Implicit Models", arXiv:2010.02502: equation 12 for
 * x_{t−1}, equation 16 for σ_t.
 *
 * @param eta η from 0 (deterministic, no noise is drawn) to 1 (as noisy as DDPM)
 */
public record Ddim(double eta) implements Sampler, Stepper {

    public Ddim {
        if (!(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("η of DDIM must lie between 0 and 1, not " + eta);
        }
    }

    @Override
    public Stepper start() {
        return this; // a one-step method: nothing to remember
    }

    @Override
    public Stepped step(NDArray x, Step s, Denoiser model, Noise noise) {
        Prediction p = model.predict(x, s).shifted(x, s);
        double abarPrev = s.alphaBarPrev();
        double sigma = sigma(s);
        NDArray towardsX0 = p.x0().mul((float) sqrt(abarPrev));
        NDArray towardsXt = p.eps().mul((float) sqrt(1 - abarPrev - sigma * sigma));
        NDArray mean = towardsX0.add(towardsXt); // eq. 12 without its last term
        if (sigma == 0) { // always so at a last step with ᾱ_prev = 1
            return new Stepped(mean, p.x0());
        }
        return new Stepped(mean.add(noise.like(x, s).mul((float) sigma)), p.x0());
    }

    /** σ_t, equation 16. */
    public double sigma(Step s) {
        double abar = s.alphaBar();
        double abarPrev = s.alphaBarPrev();
        return eta * sqrt((1 - abarPrev) / (1 - abar)) * sqrt(1 - abar / abarPrev);
    }
}
