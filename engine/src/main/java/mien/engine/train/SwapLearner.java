package mien.engine.train;

import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.net.AdmConfig;
import mien.engine.net.ArcFace;
import mien.engine.tensor.NoiseSource;

/**
 * DiffFace's identity-conditional U-Net (reference diffface.md §10).
 *
 * @param predicts what the U-Net predicts; the published one predicts {@code EPSILON}
 * @param unet its sizes
 * @param identity the network whose vectors condition it
 * @param otherLook share of examples conditioned on another look of the person; published: 0
 * @param p2Gamma γ of the weight (1 − ᾱ)^γ of the mean squared error; published: 0
 * @param bound weight of the variational bound, which teaches the variance; published: 1
 * @param alike weight λ of the identity term 1 − cos; published: 0.01
 * @param alikeEvery the identity term is added to every so manieth batch alone, so many times as
 *     heavy: it costs a pass through the identity network; published: 1
 * @param deep share of the chain's steps that lie deeper in the noise than swaps usually begin
 * @param deepShare share of the examples drawn from those; as {@code deep} when all steps come
 *     alike often, as published
 * @param swapped share of the examples that are swaps: the noise hides another person, and what is
 *     to be seen is that picture with the head and skin of the person whose identity is given, as
 *     the world can draw it (decision 17); published: 0
 * @param emphasis where an error counts more; published: nowhere
 */
public record SwapLearner(
        Target predicts,
        UnetSizes unet,
        Recogniser identity,
        double otherLook,
        double p2Gamma,
        double bound,
        double alike,
        int alikeEvery,
        double deep,
        double deepShare,
        double swapped,
        Emphasis emphasis)
        implements Learner.OfFaces {

    /**
     * A finished identity network.
     *
     * @param file its tensors
     * @param network its sizes
     */
    public record Recogniser(String file, ArcFace.Config network) {}

    public SwapLearner {
        if (alikeEvery < 1) {
            throw new IllegalArgumentException(
                    "'alikeEvery' counts batches from one term to the next and is at least 1.");
        }
        if (!(swapped >= 0 && swapped <= 1)) {
            throw new IllegalArgumentException(
                    "'swapped' is a share of the examples, 0 to 1; got %s.".formatted(swapped));
        }
        if (!(deep > 0 && deep < 1 - HIDDEN && deepShare >= 0 && deepShare <= 1)) {
            throw new IllegalArgumentException(
                    "'deep' is a share of the chain between 0 and 1, and 'deepShare' one of the"
                            + " examples, 0 to 1; got %s and %s.".formatted(deep, deepShare));
        }
    }

    /**
     * Where swaps begin that are learnt from, as a share of the chain: before, the noise hides
     * nothing, and what it would have to have been is too large a number.
     */
    private static final double HIDDEN = 0.05;

    /** A step of a chain for an example that is a swap: none of the deep ones. */
    int swapStep(int chain, NoiseSource random) {
        int least = (int) Math.round(HIDDEN * chain);
        return least + random.integer((int) Math.round((1 - deep) * chain) - least);
    }

    /** A step of a chain for an example. */
    int step(int chain, NoiseSource random) {
        int shallow = (int) Math.round((1 - deep) * chain);
        return random.uniform() < deepShare
                ? shallow + random.integer(chain - shallow)
                : random.integer(shallow);
    }

    @Override
    public String role() {
        return "unet";
    }

    /** The denoising network: noise or v, and the learned range of the variance. */
    public AdmConfig network() {
        return unet.config(3, 6, 0, identity.network.embedding());
    }

    @Override
    public Objective<?> objective(Recipe recipe, Faces people) {
        return new SwapObjective(recipe, this, people);
    }
}
