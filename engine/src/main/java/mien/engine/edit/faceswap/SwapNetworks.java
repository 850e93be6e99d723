package mien.engine.edit.faceswap;

import java.util.Optional;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Schedule;
import mien.engine.net.AdmUnet;

/**
 * What a swap runs on.
 *
 * @param size S, side of the pictures
 * @param unet the identity-conditional denoiser, or an unconditional one: then guidance alone
 *     carries the identity
 * @param chain the chain it was trained on
 * @param meaning of what it says
 * @param recogniser tells faces apart; its vectors are the U-Net's condition
 * @param parser tells the parts of the face
 * @param gaze tells where eyes look, if there is such a network
 * @param pose tells how a head is turned, if there is such a network
 */
public record SwapNetworks(
        int size,
        AdmUnet unet,
        Schedule chain,
        Parameterisation meaning,
        Recogniser recogniser,
        FaceParser parser,
        Optional<GazeReader> gaze,
        Optional<HeadPose> pose) {}
