package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.List;
import mien.engine.tensor.Scope;

/**
 * The one loop of every diffusion system: ask, step, blend, show, free.
 *
 * @param sampler the algorithm
 * @param blend what happens between steps
 * @param noise where the sampler's noise comes from
 * @param watcher who looks on and may cancel
 */
public record SamplingLoop(Sampler sampler, Blend blend, Noise noise, Watcher watcher) {

    /** A loop that blends nothing and is watched by nobody. */
    public static SamplingLoop of(Sampler sampler, Noise noise) {
        return new SamplingLoop(sampler, Blend.NONE, noise, Watcher.NONE);
    }

    public SamplingLoop withBlend(Blend other) {
        return new SamplingLoop(sampler, other, noise, watcher);
    }

    public SamplingLoop withWatcher(Watcher other) {
        return new SamplingLoop(sampler, blend, noise, other);
    }

    /**
     * Walks along the steps.
     *
     * @param start where the walk begins, [N, C, H, W] float32, at the noise level of the first
     *     step; stays the caller's
     * @param steps usually {@link Schedule#denoising()}
     * @return where it ends; every other array made on the way is freed, also when the walk fails
     *     or is cancelled
     */
    public NDArray run(NDArray start, List<Step> steps, Denoiser model) {
        Stepper stepper = sampler.start();
        NDArray x = start;
        int done = 0;
        try {
            for (Step step : steps) {
                watcher.beforeStep(step);
                NDArray before = x;
                int now = ++done;
                x =
                        Scope.freeing(
                                () -> {
                                    Stepped after = stepper.step(before, step, model, noise);
                                    NDArray blended = blend.blend(after.x(), step);
                                    watcher.onStep(now, steps.size(), after.x0());
                                    return blended;
                                });
                freeUnless(before, start);
            }
            return x;
        } catch (RuntimeException | Error e) {
            freeUnless(x, start);
            throw e;
        }
    }

    private static void freeUnless(NDArray x, NDArray start) {
        if (x != start) {
            x.close();
        }
    }
}
