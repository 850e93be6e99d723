package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import java.util.List;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Past;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepped;
import mien.engine.diffusion.Stepper;

/**
 * A sampler whose last step ends with x̂_0 itself, the picture that DiffFace pastes (reference
 * diffface.md §6), instead of with what guidance made of it.
 */
record EndsAtX0(Sampler inner) implements Sampler {

    @Override
    public Stepper start() {
        return new Walk(inner.start());
    }

    @Override
    public Stepper resume(List<Past> past, NDArray x) {
        return new Walk(inner.resume(past, x));
    }

    private record Walk(Stepper inner) implements Stepper {

        @Override
        public Stepped step(NDArray x, Step step, Denoiser model, Noise noise) {
            Stepped after = inner.step(x, step, model, noise);
            return step.last() ? new Stepped(after.x0(), after.x0()) : after;
        }

        @Override
        public List<Past> past() {
            return inner.past();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
