package mien.engine.diffusion.sampler;

import static mien.engine.diffusion.Pictures.assertClose;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Noised;
import mien.engine.diffusion.Pictures;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdpmTest {

    private final Pictures p = new Pictures();
    private final Schedule chain = Schedule.linear(1000).respaced(Respacing.parse("ddim20"));
    private final Noise noise = (x, s) -> p.normal(100 + s.index());

    @AfterEach
    void close() {
        p.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "ddim20", "7,20,3", ""})
    void withTheRightModelEveryStepDrawsFromThePosterior(String respacing) {
        // Song et al. 2021, section 4.1: with the posterior's variance DDPM is DDIM at η = 1.
        for (Step s : Schedule.linear(1000).respaced(Respacing.parse(respacing)).denoising()) {
            NDArray x = p.noised(s.alphaBar());
            NDArray ours = new Ddpm().step(x, s, p.oracle(), noise).x();
            NDArray ddim = new Ddim(1).step(x, s, p.oracle(), noise).x();
            assertClose("step " + s.index(), 1e-5, ours, ddim);
        }
    }

    @Test
    void theMeanOfEveryStepLiesOnTheForwardProcessLessTheFreshNoise() {
        NDArray none = p.eps.zerosLike();
        for (Step s : chain.denoising()) {
            NDArray mean =
                    new Ddpm().step(p.noised(s.alphaBar()), s, p.oracle(), (x, at) -> none).x();
            double left = Math.sqrt(1 - s.alphaBarPrev() - s.posteriorVariance());
            NDArray expected =
                    p.x0.mul((float) Math.sqrt(s.alphaBarPrev())).add(p.eps.mul((float) left));
            assertClose("step " + s.index(), 1e-5, mean, expected);
        }
    }

    @Test
    void theLastStepAddsNoNoise() {
        Noise never =
                (x, s) -> {
                    throw new AssertionError("noise was asked for");
                };
        Step last = chain.step(0);
        NDArray x = Noised.at(p.x0, p.eps, last.alphaBar());
        assertClose("the picture", 1e-6, new Ddpm().step(x, last, p.oracle(), never).x(), p.x0);
    }

    @Test
    void theModelsVarianceScalesTheNoise() {
        NDArray none = p.eps.zerosLike();
        NDArray logVariance = p.eps.mul(0.3f);
        Denoiser model = (x, s) -> new Prediction(none, none).withLogVariance(logVariance);
        NDArray x = new Ddpm().step(none, chain.step(9), model, (y, s) -> none.add(1)).x();
        assertClose("σ", 1e-6, x, p.eps.mul(0.15f).exp());
    }

    @Test
    void aGuidanceShiftsTheMeanByTheVarianceAndLeavesThePictureAlone() {
        Step s = chain.step(9);
        NDArray x = p.noised(s.alphaBar());
        NDArray g = p.normal(4);
        Denoiser free = (y, at) -> new Prediction(p.x0, p.eps).withLogVariance(p.eps);
        Stepped plain = new Ddpm().step(x, s, free, noise);
        Stepped guided = new Ddpm().step(x, s, free.guidedBy((y, at) -> g), noise);
        NDArray expected = g.mul(p.eps.exp());
        assertClose("shift", 1e-5, guided.x().sub(plain.x()), expected);
        assertClose("x̂0", 0, guided.x0(), plain.x0());
    }
}
