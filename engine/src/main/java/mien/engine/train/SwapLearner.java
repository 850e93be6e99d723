package mien.engine.train;

import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.net.AdmConfig;
import mien.engine.net.ArcFace;

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
 */
public record SwapLearner(
        Target predicts,
        UnetSizes unet,
        Recogniser identity,
        double otherLook,
        double p2Gamma,
        double bound,
        double alike,
        int alikeEvery)
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
