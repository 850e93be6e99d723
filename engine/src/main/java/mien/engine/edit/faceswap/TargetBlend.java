package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Noised;
import mien.engine.diffusion.Step;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.tensor.Numbers;

/**
 * Target-preserving blending (Kim et al. 2022; reference diffface.md §6): what lies outside the
 * face comes from the target at every step, and inside more and more from the walk: x_{t−1} ←
 * x_{t−1}·(M·m_t) + q(target, t)·(1 − M·m_t).
 *
 * @param target [1, 3, S, S] in [−1, 1]
 * @param mask M: where the face is, [1, 1, S, S] from 0 to 1
 * @param walk T, how many steps the whole walk has
 * @param noise of the background
 * @param settings asked at every step, so that a change takes effect at the next
 */
public record TargetBlend(
        NDArray target, NDArray mask, int walk, Noise noise, Supplier<Blending> settings)
        implements Blend {

    @Override
    public NDArray blend(NDArray x, Step step) {
        Blending now = settings.get();
        if (!now.between()) {
            return x;
        }
        double level = now.matched() ? step.alphaBarPrev() : step.alphaBar();
        NDArray background = Noised.at(target, noise.like(x, step), level); // q(target, t)
        NDArray m = Numbers.times(mask, strength(step.index(), walk, now.fullFrom())); // M·m_t
        return x.mul(m).add(background.mul(m.sub(1f).neg()));
    }

    /**
     * m_t, how much of the mask acts at the step that leaves index t: min(1, (T − (t + 1))/(T −
     * threshold)). The program writes 75 for T, with which other walks get negative strengths.
     *
     * @param walk T
     * @param fullFrom threshold/T: the mask is full for this last share of the walk
     */
    public static double strength(int t, int walk, double fullFrom) {
        return Math.min(1, (walk - (t + 1.0)) / (walk * (1 - fullFrom)));
    }
}
