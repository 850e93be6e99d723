package mien.engine.diffusion.sampler;

import static mien.engine.diffusion.Pictures.assertClose;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Noised;
import mien.engine.diffusion.Pacing;
import mien.engine.diffusion.Pictures;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every method that follows the probability flow ODE. */
class SolverTest {

    private static final Noise NEVER =
            (x, s) -> {
                throw new AssertionError("noise was asked for at step " + s.index());
            };

    /** The world of the analytic tests: far from the standard normal, so that the flow bends. */
    private static final Gaussian WORLD = new Gaussian(0.4, 0.25);

    private final Pictures p = new Pictures();

    @AfterEach
    void close() {
        p.close();
    }

    static List<Sampler> secondOrder() {
        return List.of(new DpmSolver(true), new UniPc(UniPc.B.BH1), new UniPc(UniPc.B.BH2));
    }

    static Stream<Sampler> all() {
        return Stream.concat(Stream.of(new Ddim(0)), secondOrder().stream());
    }

    private static List<Step> steps(int n) {
        return Pacing.DIFFUSERS_SOLVER.chain(Schedule.stableDiffusion(), n).denoising();
    }

    /** n steps of equal length in λ from −3 to 2: all of them as long as the theory assumes. */
    private static List<Step> evenInLambda(int n) {
        double[] beta = new double[n + 1];
        double before = 1;
        for (int k = 0; k <= n; k++) {
            double lambda = 2 - 5.0 * k / n;
            double alphaBar = 1 / (1 + Math.exp(-2 * lambda));
            beta[k] = 1 - alphaBar / before;
            before = alphaBar;
        }
        return Schedule.of(beta).denoising().subList(0, n); // without the one to the picture
    }

    /** The largest distance from the exact solution at the end of a walk of n steps. */
    private double error(Sampler sampler, int n) {
        List<Step> steps = evenInLambda(n);
        NDArray start = p.normal(3);
        NDArray end = SamplingLoop.of(sampler, NEVER).run(start, steps, WORLD.denoiser());
        double from = steps.get(0).alphaBar();
        double to = steps.get(n - 1).alphaBarPrev();
        return end.sub(WORLD.flow(start, from, to)).abs().max().getFloat();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theErrorFallsAtTheOrderOfTheMethod(Sampler sampler) {
        double at40 = error(sampler, 40);
        double at80 = error(sampler, 80);
        double order = Math.log(at40 / at80) / Math.log(2);
        double promised = promised(sampler);
        assertTrue(order > promised - 0.2 && order < promised + 0.8, "order " + order);
    }

    private static int promised(Sampler sampler) {
        if (sampler instanceof Ddim) {
            return 1;
        }
        return sampler instanceof UniPc ? 3 : 2; // UniC adds one (Zhao et al. 2023, theorem 3.1)
    }

    @ParameterizedTest
    @MethodSource("secondOrder")
    void twoOrdersAreWorthTheirMemory(Sampler sampler) {
        for (int n : new int[] {10, 20, 40}) {
            double theirs = error(sampler, n);
            double ddims = error(new Ddim(0), n);
            assertTrue(theirs < ddims / 3, n + " steps: " + theirs + ", DDIM " + ddims);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyStepLandsOnTheForwardProcessWhenTheModelIsRight(Sampler sampler) {
        for (Pacing pacing : Pacing.values()) {
            List<Step> steps = pacing.chain(Schedule.stableDiffusion(), 20).denoising();
            NDArray x = p.noised(steps.get(0).alphaBar());
            try (Stepper stepper = sampler.start()) {
                for (Step s : steps) {
                    x = stepper.step(x, s, p.oracle(), NEVER).x();
                    String where = pacing + " step " + s.index();
                    assertClose(where, 1e-5, x, p.noised(s.alphaBarPrev()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("secondOrder")
    void theFirstStepIsDdims(Sampler sampler) {
        Step first = steps(20).get(0);
        NDArray x = p.normal(3);
        try (Stepper stepper = sampler.start()) {
            NDArray ours = stepper.step(x, first, WORLD.denoiser(), NEVER).x();
            NDArray ddim = new Ddim(0).step(x, first, WORLD.denoiser(), NEVER).x();
            assertClose("x", 1e-6, ours, ddim);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aWalkThatEndsAtThePictureEndsAtItsLastPrediction(Sampler sampler) {
        List<Step> steps =
                Pacing.DIFFUSERS_SOLVER_CLEAN.chain(Schedule.stableDiffusion(), 20).denoising();
        NDArray[] seen = new NDArray[1];
        Denoiser noting =
                (x, s) -> {
                    Prediction now = WORLD.denoiser().predict(x, s);
                    seen[0] = now.x0();
                    return now;
                };
        NDArray x = p.normal(3);
        try (Stepper stepper = sampler.start()) {
            for (Step s : steps) {
                x = stepper.step(x, s, noting, NEVER).x();
            }
        }
        assertClose("the picture", 1e-6, x, seen[0]);
    }

    @Test
    void aShortWalkEndsWithAStepOfFirstOrderIfAsked() {
        assertTrue(differ(new DpmSolver(true), new DpmSolver(false), 14));
        assertFalse(differ(new DpmSolver(true), new DpmSolver(false), 15));
    }

    private boolean differ(Sampler one, Sampler other, int n) {
        NDArray start = p.normal(3);
        NDArray first = SamplingLoop.of(one, NEVER).run(start, steps(n), WORLD.denoiser());
        NDArray second = SamplingLoop.of(other, NEVER).run(start, steps(n), WORLD.denoiser());
        return !first.contentEquals(second);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aGuidanceMovesThePictureAsDdimsDoes(Sampler sampler) {
        Step first = steps(20).get(3);
        NDArray x = p.normal(3);
        NDArray g = p.normal(4);
        Denoiser guided = WORLD.denoiser().guidedBy((y, s) -> g);
        try (Stepper stepper = sampler.start()) {
            NDArray ours = stepper.step(x, first, guided, NEVER).x0();
            NDArray plain = WORLD.denoiser().predict(x, first).x0();
            double weight = (1 - first.alphaBar()) / Math.sqrt(first.alphaBar());
            assertClose("x̂0", 1e-4, ours, plain.add(g.mul((float) weight)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatABlendKeepsIsKept(Sampler sampler) {
        NDArray kept = p.normal(11);
        NDArray mask = p.manager.create(new float[] {1, 0}).reshape(2, 1, 1, 1); // N,1,1,1
        Blend blend =
                (x, s) -> {
                    NDArray known = Noised.at(kept, p.eps, s.alphaBarPrev());
                    return x.mul(mask).add(known.mul(mask.sub(1f).neg()));
                };
        List<Step> steps = steps(20);
        NDArray end =
                SamplingLoop.of(sampler, NEVER)
                        .withBlend(blend)
                        .run(p.noised(steps.get(0).alphaBar()), steps, p.oracle());
        double last = steps.get(19).alphaBarPrev();
        assertClose("painted", 1e-5, end.get("0"), p.noised(last).get("0"));
        assertClose("kept", 1e-5, end.get("1"), Noised.at(kept, p.eps, last).get("1"));
    }

    @ParameterizedTest
    @EnumSource(UniPc.B.class)
    void aBlendOfEveryStepReachesTheNextPrediction(UniPc.B b) {
        List<Step> steps = steps(6);
        NDArray shift = p.normal(12);
        Step[] at = {steps.get(0), steps.get(1)};
        try (Stepper plain = new UniPc(b).start();
                Stepper blended = new UniPc(b).start()) {
            NDArray x = p.normal(3);
            NDArray next = plain.step(x, at[0], p.oracle(), NEVER).x();
            blended.step(x, at[0], p.oracle(), NEVER);
            NDArray ours = blended.step(next.add(shift), at[1], p.oracle(), NEVER).x();
            NDArray without = plain.step(next, at[1], p.oracle(), NEVER).x();
            double ratio =
                    Math.sqrt((1 - at[1].alphaBarPrev()) / (1 - at[1].alphaBar())); // σ_t/σ_s
            assertClose("x", 1e-5, ours, without.add(shift.mul((float) ratio)));
        }
    }

    @Test
    void samplingUndoesInversionOfALinearDenoiserAndTheMoreStepsTheBetter() {
        double before = Double.POSITIVE_INFINITY;
        for (int n : new int[] {25, 50, 100, 250}) {
            Schedule chain = Pacing.DIFFUSERS_DDIM.chain(Schedule.stableDiffusion(), n);
            NDArray picture = p.x0;
            SamplingLoop up = SamplingLoop.of(new DdimInversion(), NEVER);
            NDArray noise = up.run(picture, chain.noisingAhead(), WORLD.denoiser());
            SamplingLoop down = SamplingLoop.of(new Ddim(0), NEVER);
            NDArray back = down.run(noise, chain.denoising(), WORLD.denoiser());
            double error = back.sub(picture).abs().max().getFloat();
            assertTrue(error < before / 1.5, n + " steps: " + error + " after " + before);
            before = error;
        }
        assertTrue(before < 0.1, "at 250 steps: " + before);
    }
}
