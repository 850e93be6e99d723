package mien.engine.diffusion.sampler;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Noised;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepped;
import mien.engine.diffusion.Stepper;

/**
 * Deterministic DDIM run backwards, from a picture to the noise it would be sampled from (Song et
 * al. 2021, arXiv:2010.02502, section 4.3). Walk it along {@link
 * mien.engine.diffusion.Schedule#noising()}. Beyond the noisiest step ᾱ_next is 0, so a whole walk
 * ends in pure noise.
 */
public record DdimInversion() implements Sampler, Stepper {

    @Override
    public Stepper start() {
        return this;
    }

    @Override
    public Stepped step(NDArray x, Step s, Denoiser model, Noise noise) {
        Prediction p = model.predict(x, s);
        return new Stepped(
                Noised.at(p.x0(), p.eps(), s.alphaBarNext()), p.x0()); // eq. 12 with ᾱ_{t+1}
    }
}
