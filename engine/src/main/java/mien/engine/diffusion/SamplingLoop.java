package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
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
        try (Stepper stepper = sampler.start()) {
            return walk(stepper, start, 0, steps, model);
        }
    }

    /**
     * Goes on from a place of an earlier walk along the same steps. With the same sampler, noise
     * and denoiser it ends with the bytes of a walk that was never interrupted.
     *
     * @param manager owns the result
     * @param steps all steps of the walk, those already done included
     */
    public NDArray resume(Waypoint place, NDManager manager, List<Step> steps, Denoiser model) {
        if (place.done() > steps.size()) {
            throw new IllegalArgumentException(
                    "a walk of %d steps cannot go on after step %d"
                            .formatted(steps.size(), place.done()));
        }
        NDArray start = place.array(manager);
        try (Stepper stepper = sampler.resume(place.past(), start)) {
            NDArray end = walk(stepper, start, place.done(), steps, model);
            freeUnless(start, end);
            return end;
        } catch (RuntimeException | Error e) {
            start.close();
            throw e;
        }
    }

    private NDArray walk(
            Stepper stepper, NDArray start, int before, List<Step> steps, Denoiser model) {
        NDArray x = start;
        int done = before;
        try {
            watcher.onWaypoint(() -> Waypoint.of(before, start, stepper));
            for (Step step : steps.subList(before, steps.size())) {
                watcher.beforeStep(step);
                NDArray last = x;
                int now = ++done;
                x =
                        Scope.freeing(
                                () -> {
                                    Stepped after = stepper.step(last, step, model, noise);
                                    NDArray blended = blend.blend(after.x(), step);
                                    watcher.onStep(now, steps.size(), after.x0());
                                    watcher.onWaypoint(() -> Waypoint.of(now, blended, stepper));
                                    return blended;
                                });
                freeUnless(last, start);
            }
            return x;
        } catch (RuntimeException | Error e) {
            freeUnless(x, start);
            throw e;
        }
    }

    private static void freeUnless(NDArray x, NDArray other) {
        if (x != other) {
            x.close();
        }
    }
}
