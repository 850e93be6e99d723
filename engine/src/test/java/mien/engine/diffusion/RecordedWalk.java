package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mien.engine.Closeness;
import mien.engine.GoldenCase;

/** Walks with the original's recorded noise and notes x and x̂_0 after every step. */
final class RecordedWalk {

    final List<float[]> x = new ArrayList<>();
    final List<float[]> x0 = new ArrayList<>();

    private final Sampler sampler;
    private final List<NDArray> noise;

    /**
     * @param noise the recorded draws of the first step, the second, …
     */
    RecordedWalk(Sampler sampler, List<NDArray> noise) {
        this.sampler = sampler;
        this.noise = noise;
    }

    RecordedWalk walk(NDArray start, List<Step> steps, Denoiser model) {
        Noise recorded = (like, step) -> noise.get(steps.indexOf(step));
        Blend note =
                (now, step) -> {
                    x.add(now.toFloatArray());
                    return now;
                };
        Watcher watcher =
                new Watcher() {
                    @Override
                    public void onStep(int done, int count, NDArray seen) {
                        x0.add(seen.toFloatArray());
                    }
                };
        new SamplingLoop(sampler, note, recorded, watcher).run(start, steps, model).close();
        return this;
    }

    /** Compares with a stored trajectory, [steps, N, C, H, W]. */
    static void assertEqual(String what, double bound, List<float[]> ours, float[] golden) {
        int size = golden.length / ours.size();
        for (int k = 0; k < ours.size(); k++) {
            float[] expected = Arrays.copyOfRange(golden, k * size, (k + 1) * size);
            Closeness.assertRelative(what + " after step " + k, bound, ours.get(k), expected);
        }
    }

    static NDArray array(NDManager manager, GoldenCase golden, String name) {
        return manager.create(golden.floats(name), new Shape(golden.shape(name)));
    }
}
