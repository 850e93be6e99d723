package mien.engine.diffusion;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What makes two walks the same walk, so that one may go on where the other stopped.
 *
 * @param recipe everything the caller's denoiser, start and blend were made from, in its own words:
 *     pack, pictures, settings
 * @param seed of the noise
 * @param sampler with its hyper-parameters
 * @param chain a check sum of the steps
 */
public record WalkId(String recipe, long seed, String sampler, long chain) {

    /** The walk of a sampler along the steps. */
    public static WalkId of(String recipe, long seed, Sampler sampler, List<Step> steps) {
        CRC32C sum = new CRC32C();
        ByteBuffer one = ByteBuffer.allocate(Integer.BYTES + 2 * Double.BYTES);
        for (Step s : steps) {
            one.clear();
            one.putInt(s.timestep()).putDouble(s.alphaBar()).putDouble(s.alphaBarPrev());
            sum.update(one.flip());
        }
        return new WalkId(recipe, seed, sampler.toString(), sum.getValue());
    }

    /** The first thing in which another walk differs, for a sentence; empty if it is the same. */
    public String difference(WalkId other) {
        String walk = stepsDifference(other);
        return !walk.isEmpty() || recipe.equals(other.recipe)
                ? walk
                : "another model, picture or setting";
    }

    /**
     * The first thing in which another walk's steps differ, for a sentence; empty if this one can
     * start from the other's places, whatever it makes of them.
     */
    public String stepsDifference(WalkId other) {
        if (seed != other.seed) {
            return "seed %d, not %d".formatted(other.seed, seed);
        }
        if (!sampler.equals(other.sampler)) {
            return "sampler %s, not %s".formatted(other.sampler, sampler);
        }
        return chain == other.chain ? "" : "other steps";
    }
}
