package mien.engine.train;

import java.util.List;
import java.util.Set;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmConfig.Resampling;

/**
 * Widths and depths of a U-Net, by the original options' names, and how it passes forward.
 *
 * @param numChannels base channels
 * @param channelMult width per level
 * @param numResBlocks residual blocks per level
 * @param normGroups groups of its normalisations; 32 as published, fewer where it is narrow
 * @param attentionFactor the down-sampling factor at which it attends
 * @param resblockUpdown whether the side changes inside residual blocks (as published) or by a
 *     convolution, which takes a quarter less time
 * @param dropout share of activations dropped
 * @param checkpointing whether only what enters each block is kept for the backward pass, about a
 *     tenth, and each block runs a second time; not with dropout, which would not be the same twice
 */
public record UnetSizes(
        int numChannels,
        List<Double> channelMult,
        int numResBlocks,
        int normGroups,
        int attentionFactor,
        boolean resblockUpdown,
        double dropout,
        boolean checkpointing) {

    public UnetSizes {
        channelMult = List.copyOf(channelMult);
        if (checkpointing && dropout > 0) {
            throw new IllegalArgumentException(
                    "checkpointing runs blocks twice, and dropout would not be the same twice: set one of them to nothing.");
        }
    }

    /**
     * @param in channels of the input
     * @param out channels of the output
     * @param latent width of DiffusionRig's global code, 0 for none
     * @param identity width of DiffFace's identity vector, 0 for none
     */
    AdmConfig config(int in, int out, int latent, int identity) {
        return new AdmConfig(
                in,
                out,
                numChannels,
                channelMult,
                numResBlocks,
                Set.of(attentionFactor),
                AdmConfig.Heads.count(1),
                resblockUpdown ? Resampling.RES_BLOCK : Resampling.CONVOLUTION,
                true,
                latent,
                0,
                identity,
                dropout,
                normGroups);
    }
}
