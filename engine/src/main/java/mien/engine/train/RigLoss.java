package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.stream.DoubleStream;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.net.LatentEncoder;
import mien.engine.nn.Layers.Statistics;

/**
 * What DiffusionRig's training makes small: the error of denoising given the buffers and the global
 * code, each picture weighted by its step (reference diffusionrig.md §9).
 *
 * @param unet the denoising network, {@code denoisingUNet}
 * @param encoder the global latent encoder, {@code encoder}
 * @param alphaBar ᾱ of each step of the training chain
 * @param predicts what the network predicts
 * @param p2Gamma γ of the weight (1 + SNR)^−γ = (1 − ᾱ)^γ (Choi et al. 2022 with k = 1)
 */
record RigLoss(
        AdmConfig unet,
        LatentEncoder.Config encoder,
        double[] alphaBar,
        Target predicts,
        double p2Gamma) {

    /**
     * A batch on the device.
     *
     * @param x0 pictures [N, 3, S, S] in [−1, 1]
     * @param buffers rendered, normals, albedo [N, 9, S, S]
     * @param seen the pictures whose global code is taken, like {@code x0}; there may be more of
     *     them, which only {@link Terms#code} tells of
     * @param eps standard normal noise, like {@code x0}
     * @param t N steps of the training chain
     * @param weights how much each pixel counts [N, 1, S, S]
     */
    record Batch(
            NDArray x0, NDArray buffers, NDArray seen, NDArray eps, double[] t, NDArray weights) {}

    /**
     * @param perPicture weighted mean squared error of each picture [N]
     * @param code the global codes of all pictures seen [M, latent], M ≥ N
     */
    record Terms(NDArray perPicture, NDArray code) {}

    /** The terms of a batch, with all that the backward pass needs. */
    Terms of(Weights weights, Batch b, UnetPasses passes) {
        double[] t = b.t;
        double[] at = DoubleStream.of(t).map(step -> alphaBar[(int) step]).toArray(); // ᾱ_t
        Denoising d = new Denoising(predicts, b.x0, b.eps, at);
        NDArray z =
                new LatentEncoder(weights.at("encoder"), encoder, Statistics.BATCH)
                        .forwardLearning(b.seen); // M,latent
        NDArray own = z.get(new NDIndex("0:{}", t.length)); // N,latent
        AdmUnet net = new AdmUnet(weights.at("denoisingUNet"), unet);
        NDArray input = d.xt().concat(b.buffers, 1); // N,12,S,S
        NDArray predicted = passes.forward(net, input, t, AdmUnet.Conditions.latent(own));
        return new Terms(d.error(predicted, b.weights, p2Gamma), z);
    }
}
