package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;

/**
 * One face's part of a walk: all that is known before its first step.
 *
 * @param paste the target and M, as pictures
 * @param target [1, 3, S, S] in [−1, 1]
 * @param mask M [1, 1, S, S]
 * @param v v_id, the source's unit identity vector [1, D]
 * @param model says what the picture is, with its guidance
 * @param blend keeps the target
 * @param noise the sampler's
 * @param start x_T [1, 3, S, S]
 */
record FaceWalk(
        Paste paste,
        NDArray target,
        NDArray mask,
        NDArray v,
        Denoiser model,
        Blend blend,
        Noise noise,
        NDArray start) {}
