package mien.engine.train;

import java.util.stream.IntStream;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Schedule;
import mien.engine.net.AdmConfig;
import mien.engine.net.LatentEncoder;

/**
 * DiffusionRig's U-Net and its latent encoder.
 *
 * @param predicts what the U-Net predicts; the published rig predicts {@code EPSILON}
 * @param unet its sizes
 * @param latentDim width of the global code
 * @param encoderWidth base channels of the latent encoder
 * @param otherLook share of examples whose global code is read from another look of the person
 * @param p2Gamma γ of the loss weight (1 + SNR)^−γ = (1 − ᾱ)^γ (Choi et al. 2022 with k = 1); 0
 *     weighs all steps alike, 1 is DiffusionRig's
 * @param thumbnail weight of a second loss that helps the global code to begin: a small picture of
 *     the wanted look drawn from the code alone; 0 trains as published
 * @param thumbnailPairs further portraits in each batch that only learn to draw their thumbnail:
 *     the encoder is a small part of a step and may see more people than the U-Net
 * @param head how many times as much an error of denoising counts where the buffers show a head;
 *     published: 1
 */
public record RigLearner(
        Target predicts,
        UnetSizes unet,
        int latentDim,
        int encoderWidth,
        double otherLook,
        double p2Gamma,
        double thumbnail,
        int thumbnailPairs,
        double head)
        implements Learner.OfHeads {

    private static final int BUFFERS = 9;

    @Override
    public String role() {
        return "rig";
    }

    /** The denoising network: from x_t and nine buffers, given the global code. */
    public AdmConfig network() {
        return unet.config(3 + BUFFERS, 3, latentDim, 0);
    }

    /** The encoder of the global code. */
    public LatentEncoder.Config encoder() {
        return new LatentEncoder.Config(encoderWidth, latentDim);
    }

    @Override
    public Objective<?> objective(Recipe recipe, PeopleCache people) {
        Schedule schedule = Schedule.linear(Training.STEPS);
        double[] alphaBar =
                IntStream.range(0, Training.STEPS).mapToDouble(schedule::alphaBar).toArray();
        return new RigObjective(recipe, this, people, alphaBar);
    }
}
