package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Step;
import mien.engine.net.AdmUnet;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.nn.Traced;
import mien.engine.tensor.Gradients;
import mien.engine.tensor.Numbers;

/** A denoiser whose prediction can be differentiated by the picture it is made from. */
public interface FaceDenoiser extends Denoiser {

    /**
     * The prediction, to go back from.
     *
     * @param x x_t, which gathers gradients
     * @param sparing whether to keep little for the way back and compute it anew there
     */
    Guided trace(NDArray x, Step step, boolean sparing);

    /**
     * @param prediction what was predicted; the gradient of what is made of it goes back into the
     *     network when a backward pass runs
     * @param onwards takes the gradient the rest of the way to x; to be called once, after that
     *     pass
     */
    record Guided(Prediction prediction, Runnable onwards) {}

    /**
     * The identity-conditional U-Net (reference diffface.md §2), or an unconditional one, which
     * leaves the condition out.
     *
     * @param conditions the source's unit identity vector, [1, D]
     * @param between called between the network's blocks; what it throws ends a prediction
     * @throws IllegalArgumentException if the network reads vectors of another width
     */
    static FaceDenoiser of(
            AdmUnet unet, Parameterisation meaning, Conditions conditions, Runnable between) {
        requireWidth(unet.config().identityWidth(), conditions);
        return new FaceDenoiser() {
            @Override
            public Prediction predict(NDArray x, Step step) {
                return meaning.denoiser((y, s) -> unet.forward(y, told(s), conditions, between))
                        .predict(x, step);
            }

            @Override
            public Guided trace(NDArray x, Step step, boolean sparing) {
                NDArray entered = Numbers.times(x, 1); // where the way back joins x's graph
                Traced pass =
                        unet.forwardGuiding(entered, told(step), conditions, sparing, between);
                NDArray said = Gradients.leaf(pass.output());
                return new Guided(
                        meaning.denoiser((y, s) -> said).predict(x, step),
                        () -> Gradients.backward(entered, pass.back().apply(said.getGradient())));
            }
        };
    }

    private static void requireWidth(int width, Conditions conditions) {
        conditions
                .identity()
                .map(v -> v.getShape().get(1))
                .filter(given -> width != 0 && given != width)
                .ifPresent(
                        given -> {
                            throw new IllegalArgumentException(
                                    "The denoising network knows people by %d numbers, but the recogniser tells %d: they do not belong together."
                                            .formatted(width, given));
                        });
    }

    private static double[] told(Step s) {
        return new double[] {s.timestep()};
    }
}
