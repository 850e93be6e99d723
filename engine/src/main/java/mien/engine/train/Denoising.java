package mien.engine.train;

import ai.djl.ndarray.NDArray;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import mien.engine.diffusion.Noised;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.PerPicture;

/**
 * A batch on its way from picture to noise, and what a network is to say of it. All arrays are [N,
 * C, H, W].
 *
 * @param predicts what the network predicts
 * @param x0 pictures in [−1, 1]
 * @param eps standard normal noise like them
 * @param alphaBar ᾱ of each picture's step [N]
 */
record Denoising(Target predicts, NDArray x0, NDArray eps, double[] alphaBar) {

    /** x_t of q(x_t | x_0). */
    NDArray xt() {
        return Noised.at(x0, eps, alphaBar);
    }

    /** What the network should have said. */
    NDArray target() {
        return switch (predicts) {
            case EPSILON -> eps;
            case X0 -> x0;
            case V -> eps.mul(signal()).sub(x0.mul(noise())); // √ᾱ·ε − √(1−ᾱ)·x₀
        };
    }

    /** ε̂ of what it said. */
    NDArray eps(NDArray said, NDArray xt) {
        return switch (predicts) {
            case EPSILON -> said;
            case X0 -> xt.sub(said.mul(signal())).div(noise());
            case V -> said.mul(signal()).add(xt.mul(noise())); // √ᾱ·v + √(1−ᾱ)·x_t
        };
    }

    /** x̂_0 of what it said, not clipped. */
    NDArray x0(NDArray said, NDArray xt) {
        return switch (predicts) {
            case EPSILON -> xt.sub(said.mul(noise())).div(signal());
            case X0 -> said;
            case V -> xt.mul(signal()).sub(said.mul(noise())); // √ᾱ·x_t − √(1−ᾱ)·v
        };
    }

    /** (1 + SNR)^−γ = (1 − ᾱ)^γ of each picture [N] (Choi et al. 2022 with k = 1). */
    NDArray weight(double gamma) {
        return column(a -> Math.pow(1 - a, gamma)).reshape(alphaBar.length);
    }

    /**
     * The weighted mean squared error of each picture [N].
     *
     * @param said what the network said
     * @param counts how much each pixel counts [N, 1, H, W]
     * @param gamma as {@link #weight}
     */
    NDArray error(NDArray said, NDArray counts, double gamma) {
        NDArray square = target().sub(said).square().mul(counts); // N,C,H,W
        NDArray mean = square.reshape(alphaBar.length, -1).mean(new int[] {1}); // N
        return mean.mul(weight(gamma));
    }

    private NDArray signal() {
        return column(Math::sqrt);
    }

    private NDArray noise() {
        return column(a -> Math.sqrt(1 - a));
    }

    /** A coefficient of each picture's ᾱ [N, 1, 1, 1]. */
    private NDArray column(DoubleUnaryOperator f) {
        return PerPicture.column(x0, DoubleStream.of(alphaBar).map(f).toArray());
    }
}
