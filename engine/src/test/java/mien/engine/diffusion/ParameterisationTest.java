package mien.engine.diffusion;

import static mien.engine.diffusion.Pictures.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Parameterisation.Variance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterisationTest {

    private final Pictures p = new Pictures();
    private final Schedule chain = Schedule.linear(1000).respaced(Respacing.parse("ddim20"));
    private final Step s = chain.step(8);
    private final NDArray x = p.noised(s.alphaBar());

    @AfterEach
    void close() {
        p.close();
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void aRightNetworkGivesThePictureAndTheNoise(Target target) {
        for (boolean clip : new boolean[] {true, false}) {
            Prediction seen =
                    new Parameterisation(target, clip, Variance.FIXED_SMALL)
                            .denoiser((y, at) -> trueOutput(target))
                            .predict(x, s);
            assertClose("x̂0", 1e-5, seen.x0(), p.x0);
            assertClose("ε̂", 1e-5, seen.eps(), p.eps);
        }
    }

    /** What a perfect network of that kind would say. */
    private NDArray trueOutput(Target target) {
        float signal = (float) Math.sqrt(s.alphaBar());
        float noise = (float) Math.sqrt(1 - s.alphaBar());
        return switch (target) {
            case EPSILON -> p.eps;
            case X0 -> p.x0;
            case V -> p.eps.mul(signal).sub(p.x0.mul(noise));
        };
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void aClippedPictureLeavesTheRestToTheNoise(Target target) {
        NDArray wrong = p.normal(12).mul(3f);
        Prediction seen =
                new Parameterisation(target, true, Variance.FIXED_LARGE)
                        .denoiser((y, at) -> wrong)
                        .predict(x, s);
        assertEquals(1, seen.x0().abs().max().getFloat());
        assertClose("x", 1e-5, Noised.at(seen.x0(), seen.eps(), s.alphaBar()), x);
    }

    @Test
    void withoutClippingThePictureMayLeaveItsRange() {
        NDArray wrong = p.normal(12).mul(3f);
        Prediction seen =
                Parameterisation.EPSILON.withClip(false).denoiser((y, at) -> wrong).predict(x, s);
        assertTrue(seen.x0().abs().max().getFloat() > 2);
        assertClose("ε̂", 0, seen.eps(), wrong);
    }

    @Test
    void fixedVariancesAreBetaAndThePosteriors() {
        assertEquals(Math.log(s.beta()), logVariance(Variance.FIXED_LARGE, s), 1e-6);
        assertEquals(Math.log(s.posteriorVariance()), logVariance(Variance.FIXED_SMALL, s), 1e-6);
        Step last = chain.step(0);
        double second = Math.log(chain.step(1).posteriorVariance());
        assertEquals(second, logVariance(Variance.FIXED_LARGE, last), 1e-6);
        assertEquals(second, logVariance(Variance.FIXED_SMALL, last), 1e-6);
    }

    private double logVariance(Variance variance, Step at) {
        return new Parameterisation(Target.EPSILON, true, variance)
                .denoiser((y, t) -> p.eps)
                .predict(x, at)
                .logVariance()
                .orElseThrow()
                .getFloat();
    }

    @Test
    void aLearnedVarianceReachesFromThePosteriorsToBeta() {
        assertClose("v = 1", 1e-5, learned(1), p.eps.zerosLike().add((float) s.logBeta()));
        assertClose(
                "v = −1",
                1e-5,
                learned(-1),
                p.eps.zerosLike().add((float) s.posteriorLogVariance()));
    }

    @Test
    void aLearnedVarianceLiesBetweenBothAtEveryStep() {
        NDArray v = p.normal(21).clip(-1f, 1f);
        for (Step at : Schedule.cosine(50).denoising()) {
            NDArray log =
                    new Parameterisation(Target.EPSILON, true, Variance.LEARNED_RANGE)
                            .denoiser((y, t) -> p.eps.concat(v, 1)) // N,2C,H,W
                            .predict(x, at)
                            .logVariance()
                            .orElseThrow();
            double small = Math.min(at.posteriorLogVariance(), at.logBeta());
            double large = Math.max(at.posteriorLogVariance(), at.logBeta());
            assertTrue(log.min().getFloat() >= small - 1e-5, () -> "step " + at.index());
            assertTrue(log.max().getFloat() <= large + 1e-5, () -> "step " + at.index());
        }
    }

    @Test
    void vWithoutClippingNeedsNoDivisionByTheNoise() {
        Step clean = Schedule.stableDiffusion().step(0).ahead();
        Step atPicture = Schedule.stableDiffusion().respaced(Respacing.strided(4)).step(0).ahead();
        for (Step at : new Step[] {clean, atPicture}) {
            Prediction seen =
                    new Parameterisation(Target.V, false, Variance.FIXED_SMALL)
                            .denoiser((y, t) -> p.eps)
                            .predict(p.x0, at);
            assertClose("x̂0", 1e-6, seen.x0(), p.x0);
            assertClose("ε̂", 1e-6, seen.eps(), p.eps);
        }
    }

    private NDArray learned(float v) {
        NDArray output = p.eps.concat(p.eps.zerosLike().add(v), 1); // N,2C,H,W
        Prediction seen =
                new Parameterisation(Target.EPSILON, false, Variance.LEARNED_RANGE)
                        .denoiser((y, at) -> output)
                        .predict(x, s);
        assertClose("ε̂", 0, seen.eps(), p.eps);
        return seen.logVariance().orElseThrow();
    }

    @Test
    void aNetworkWithTheWrongNumberOfChannelsIsRefused() {
        Denoiser learning =
                new Parameterisation(Target.EPSILON, true, Variance.LEARNED_RANGE)
                        .denoiser((y, at) -> p.eps);
        Exception e = assertThrows(IllegalArgumentException.class, () -> learning.predict(x, s));
        assertTrue(e.getMessage().contains("6 channels"), e.getMessage());
    }

    @Test
    void guidancesAddUp() {
        NDArray g = p.normal(13);
        Denoiser twice = p.oracle().guidedBy((y, at) -> g).guidedBy((y, at) -> g.mul(2f));
        assertClose("3g", 1e-6, twice.predict(x, s).gradient().orElseThrow(), g.mul(3f));
    }

    @Test
    void climbingAScoreFollowsItsGradient() {
        NDArray goal = p.normal(14);
        // −½‖x − goal‖² has the gradient goal − x
        Guidance towards = Guidance.climbing((y, at) -> y.sub(goal).square().mul(-0.5f).sum());
        assertClose("goal − x", 1e-6, towards.gradient(x, s), goal.sub(x));
    }

    @Test
    void climbingFreesEverythingButTheGradient() {
        int before = p.manager.getManagedArrays().size();
        Guidance.climbing((y, at) -> y.square().tanh().sum()).gradient(x, s).close();
        assertEquals(before, p.manager.getManagedArrays().size());
    }
}
