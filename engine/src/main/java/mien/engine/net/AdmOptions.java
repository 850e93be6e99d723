package mien.engine.net;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mien.engine.net.AdmConfig.Heads;
import mien.engine.net.AdmConfig.Resampling;

/**
 * An ADM U-Net by the options of the authors' scripts, as packs keep it.
 *
 * @param imageSize side of the pictures
 * @param numChannels base channels
 * @param channelMult width of each level, such as "1,1,2,4"
 * @param numResBlocks residual blocks per level
 * @param attentionResolutions the sides at which it attends, such as "32,16,8"
 * @param numHeads heads of attention, unless their width is given
 * @param numHeadChannels their width, or −1
 * @param useNewAttentionOrder all queries first, then all keys, then all values
 * @param useScaleShiftNorm scale and shift by the embedding (else it is added)
 * @param resblockUpdown whether the side changes inside residual blocks
 * @param dropout share of activations dropped while learning
 * @param normGroups groups of its normalisations
 */
public record AdmOptions(
        int imageSize,
        int numChannels,
        String channelMult,
        int numResBlocks,
        String attentionResolutions,
        int numHeads,
        int numHeadChannels,
        boolean useNewAttentionOrder,
        boolean useScaleShiftNorm,
        boolean resblockUpdown,
        double dropout,
        int normGroups) {

    public AdmOptions {
        numbers(channelMult);
        numbers(attentionResolutions);
    }

    /** The options of a network. */
    public static AdmOptions of(AdmConfig c, int imageSize) {
        return new AdmOptions(
                imageSize,
                c.baseChannels(),
                c.multipliers().stream()
                        .map(m -> m == Math.rint(m) ? Integer.toString(m.intValue()) : m.toString())
                        .collect(Collectors.joining(",")),
                c.resBlocks(),
                c.attentionFactors().stream()
                        .sorted()
                        .map(factor -> Integer.toString(imageSize / factor))
                        .collect(Collectors.joining(",")),
                c.heads().channels() > 0 ? 1 : c.heads().count(),
                c.heads().channels() > 0 ? c.heads().channels() : -1,
                c.heads().queriesFirst(),
                c.film(),
                c.resampling() == Resampling.RES_BLOCK,
                c.dropout(),
                c.groups());
    }

    /**
     * What the options do not tell.
     *
     * @param in channels of the input
     * @param out channels of the output
     * @param latent width of DiffusionRig's global code, 0 for none
     * @param identity width of DiffFace's identity vector, 0 for none
     */
    public record Ends(int in, int out, int latent, int identity) {}

    /** The network. */
    public AdmConfig config(Ends ends) {
        Heads heads = numHeadChannels > 0 ? Heads.width(numHeadChannels) : Heads.count(numHeads);
        return new AdmConfig(
                ends.in,
                ends.out,
                numChannels,
                numbers(channelMult),
                numResBlocks,
                factors(),
                useNewAttentionOrder ? heads.ordered() : heads,
                resblockUpdown ? Resampling.RES_BLOCK : Resampling.CONVOLUTION,
                useScaleShiftNorm,
                ends.latent,
                0,
                ends.identity,
                dropout,
                normGroups);
    }

    /** "16" at 256 pixels means: attend where the side has shrunk by 16. */
    private Set<Integer> factors() {
        return numbers(attentionResolutions).stream()
                .map(side -> (int) (imageSize / side))
                .collect(Collectors.toSet());
    }

    private static List<Double> numbers(String text) {
        try {
            return text.isBlank()
                    ? List.of()
                    : Stream.of(text.split(",")).map(v -> Double.valueOf(v.strip())).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a list of numbers joined by commas", e);
        }
    }
}
