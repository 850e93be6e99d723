package mien.engine.net;

import java.util.List;
import java.util.Set;

/**
 * What the shapes of an ADM U-Net's tensors do not tell (Dhariwal and Nichol 2021, appendix;
 * reference configurations of DiffusionRig and DiffFace).
 *
 * @param inChannels channels of the input, conditions included
 * @param outChannels 3, or 6 with a learned variance
 * @param baseChannels width C₀ of the first level
 * @param multipliers width of each level in units of C₀
 * @param resBlocks residual blocks per level on the way down; one more on the way up
 * @param attentionFactors down-sampling factors at which attention stands
 * @param heads how attention is split
 * @param resampling how the side is halved and doubled
 * @param film scale and shift by the embedding (else it is added)
 * @param latentWidth width of DiffusionRig's global code, 0 for none
 * @param classes entries of the label table, 0 for none
 * @param identityWidth width of DiffFace's identity vector, 0 for none
 * @param dropout share of activations dropped while learning
 * @param groups of every group normalisation; 32 in all released models. Each group needs several
 *     channels: with one alone the mean of a feature, and with it a picture's colour, is lost
 */
public record AdmConfig(
        int inChannels,
        int outChannels,
        int baseChannels,
        List<Double> multipliers,
        int resBlocks,
        Set<Integer> attentionFactors,
        Heads heads,
        Resampling resampling,
        boolean film,
        int latentWidth,
        int classes,
        int identityWidth,
        double dropout,
        int groups) {

    /** Groups of the released models' normalisations. */
    public static final int GROUPS = 32;

    public AdmConfig {
        multipliers = List.copyOf(multipliers);
        attentionFactors = Set.copyOf(attentionFactors);
        if (baseChannels < 1 || resBlocks < 1 || multipliers.isEmpty()) {
            throw new IllegalArgumentException(
                    "an ADM U-Net needs channels, residual blocks and at least one level");
        }
        if (groups < 1 || baseChannels % groups != 0) {
            throw new IllegalArgumentException(
                    "%d channels cannot be normalised in %d groups"
                            .formatted(baseChannels, groups));
        }
    }

    /** How an attention block divides its channels. */
    public record Heads(int count, int channels, boolean queriesFirst) {

        /**
         * A fixed number of heads, each with its own q, k, v in a row (the released models' order).
         */
        public static Heads count(int count) {
            return new Heads(count, 0, false);
        }

        /** Heads of a fixed width, in the released models' order. */
        public static Heads width(int channels) {
            return new Heads(0, channels, false);
        }

        /** All queries first, then all keys, then all values ("new attention order"). */
        public Heads ordered() {
            return new Heads(count, channels, true);
        }

        int of(int width) {
            return channels > 0 ? width / channels : count;
        }
    }

    /** How the side is halved and doubled between levels. */
    public enum Resampling {
        /** Inside a residual block without parameters of its own. */
        RES_BLOCK,
        /** A strided convolution down; nearest and a convolution up. */
        CONVOLUTION,
        /** Average pooling down; nearest up. */
        POOLING
    }

    public int embeddingWidth() {
        return 4 * baseChannels;
    }

    public int levelChannels(int level) {
        return (int) (multipliers.get(level) * baseChannels);
    }

    /** The same network before it was taught identities: it has no {@code id_embed}. */
    public AdmConfig withoutIdentity() {
        return new AdmConfig(
                inChannels,
                outChannels,
                baseChannels,
                multipliers,
                resBlocks,
                attentionFactors,
                heads,
                resampling,
                film,
                latentWidth,
                classes,
                0,
                dropout,
                groups);
    }

    /** DiffusionRig's released network at 256² (reference diffusionrig.md §2.1). */
    public static AdmConfig diffusionRig256() {
        return new AdmConfig(
                12,
                3,
                128,
                List.of(1., 1., 2., 2., 4., 4.),
                2,
                Set.of(16),
                Heads.count(1),
                Resampling.RES_BLOCK,
                true,
                64,
                0,
                0,
                0.1,
                GROUPS);
    }

    /** DiffFace's identity-conditional network at 256² (reference diffface.md §2.1). */
    public static AdmConfig diffFace256() {
        return new AdmConfig(
                3,
                6,
                256,
                List.of(1., 1., 2., 2., 4., 4.),
                2,
                Set.of(8, 16, 32),
                Heads.width(64),
                Resampling.RES_BLOCK,
                true,
                0,
                0,
                512,
                0,
                GROUPS);
    }

    /**
     * Guided diffusion's unconditional network at 256², {@code 256x256_diffusion_uncond.pt}
     * (reference diffface.md §14): DiffFace's without identities.
     */
    public static AdmConfig unconditional256() {
        return diffFace256().withoutIdentity();
    }
}
