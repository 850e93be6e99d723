package mien.engine.edit.relight;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.checkpoint.Weights;
import mien.engine.edit.Remembered;
import mien.engine.net.AdmUnet;
import mien.engine.net.LatentEncoder;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;

/** The two networks of a DiffusionRig checkpoint. Used by one worker at a time. */
final class RigNetworks {

    private static final int REMEMBERED = 8;

    private final AdmUnet unet;
    private final LatentEncoder encoder;
    private final int size;
    private final Remembered<Picture, float[]> latents = new Remembered<>(REMEMBERED);

    /**
     * @param w the whole file: {@code denoisingUNet.*} and {@code encoder.*}
     */
    RigNetworks(Weights w, RelightModel model) {
        unet = new AdmUnet(w.at("denoisingUNet"), model.unet());
        encoder = new LatentEncoder(w.at("encoder"), model.encoder(), Statistics.RUNNING);
        size = model.size();
    }

    /**
     * ε̂ of x_t given the buffers and the global code: the U-Net sees cat[x_t, buffers].
     *
     * @param between called between blocks; what it throws ends the evaluation
     */
    NDArray noise(NDArray xt, double timestep, NDArray buffers, NDArray latent, Runnable between) {
        NDArray input = xt.concat(buffers, 1); // 1,12,S,S
        return unet.forward(
                input, new double[] {timestep}, AdmUnet.Conditions.latent(latent), between);
    }

    /**
     * The global code of a portrait, computed once for each of the last few pictures: [1, latent].
     */
    NDArray latent(Picture portrait, NDManager manager) {
        float[] code = latents.of(portrait, p -> encoded(p, manager));
        return manager.create(code, new Shape(1, code.length));
    }

    private float[] encoded(Picture portrait, NDManager manager) {
        float[] rgb = portrait.resized(size, size).planar(Range.SIGNED);
        try (NDManager scratch = manager.newSubManager()) {
            return encoder.forward(scratch.create(rgb, new Shape(1, 3, size, size))).toFloatArray();
        }
    }
}
