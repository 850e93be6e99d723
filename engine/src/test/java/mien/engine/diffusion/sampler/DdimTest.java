package mien.engine.diffusion.sampler;

import static mien.engine.diffusion.Pictures.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Pictures;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdimTest {

    private static final Noise NEVER =
            (x, s) -> {
                throw new AssertionError("noise was asked for at step " + s.index());
            };

    private final Pictures p = new Pictures();

    @AfterEach
    void close() {
        p.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "ddim20", "7,20,3", ""})
    void everyStepLandsOnTheForwardProcessWhenTheModelIsRight(String respacing) {
        List<Step> steps = chain(respacing).denoising();
        NDArray x = p.noised(steps.get(0).alphaBar());
        for (Step s : steps) {
            x = new Ddim(0).step(x, s, p.oracle(), NEVER).x();
            assertClose("step " + s.index(), 1e-6, x, p.noised(s.alphaBarPrev()));
        }
        assertClose("the picture", 1e-6, x, p.x0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 1})
    void anyEtaKeepsTheNoiseLevelOfTheForwardProcess(double eta) {
        NDArray none = p.eps.zerosLike();
        NDArray one = p.eps.onesLike();
        Denoiser allNoise = (x, s) -> new Prediction(none, one);
        for (Step s : chain("ddim20").denoising()) {
            NDArray mean = new Ddim(eta).step(one, s, allNoise, (x, at) -> none).x();
            NDArray both = new Ddim(eta).step(one, s, allNoise, (x, at) -> one).x();
            double old = mean.getFloat(0, 0, 0, 0);
            double fresh = both.getFloat(0, 0, 0, 0) - old;
            assertEquals(1 - s.alphaBarPrev(), old * old + fresh * fresh, 1e-6);
        }
    }

    @Test
    void etaOneAddsAsMuchNoiseAsThePosteriorHas() {
        NDArray none = p.eps.zerosLike();
        Denoiser nothing = (x, s) -> new Prediction(none, none);
        for (Step s : chain("ddim20").denoising()) {
            NDArray x = new Ddim(1).step(none, s, nothing, (y, at) -> p.eps.onesLike()).x();
            double sigma = x.getFloat(0, 0, 0, 0);
            assertEquals(s.posteriorVariance(), sigma * sigma, 1e-6);
        }
    }

    @Test
    void noiseIsAskedForAtEveryStepButTheLastWhenEtaIsNotZero() {
        List<Integer> asked = new ArrayList<>();
        Noise noise =
                (x, s) -> {
                    asked.add(s.index());
                    return p.eps;
                };
        NDArray start = p.normal(3);
        SamplingLoop.of(new Ddim(0.5), noise).run(start, chain("4").denoising(), p.oracle());
        assertEquals(List.of(3, 2, 1), asked);
    }

    @Test
    void aGuidanceShiftsTheNoiseAndThePictureFollows() {
        Step s = chain("ddim20").step(7);
        NDArray x = p.noised(s.alphaBar());
        NDArray g = p.normal(4);
        Stepped guided = new Ddim(0).step(x, s, p.oracle().guidedBy((y, at) -> g), NEVER);

        NDArray eps = p.eps.sub(g.mul((float) Math.sqrt(1 - s.alphaBar())));
        NDArray x0 = Prediction.ofEps(x, eps, s).x0();
        assertClose("x̂0", 1e-5, guided.x0(), x0);
        NDArray expected =
                x0.mul((float) Math.sqrt(s.alphaBarPrev()))
                        .add(eps.mul((float) Math.sqrt(1 - s.alphaBarPrev())));
        assertClose("x", 1e-5, guided.x(), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddim20", "50"})
    void samplingUndoesInversionWhenTheNoiseIsTheSameEverywhere(String respacing) {
        Denoiser constant = (x, s) -> Prediction.ofEps(x, p.eps, s);
        Schedule chain = chain(respacing);
        int n = chain.size();
        NDArray start = p.normal(5);
        NDArray up =
                SamplingLoop.of(new DdimInversion(), NEVER)
                        .run(start, chain.noising().subList(0, n - 1), constant);
        NDArray back =
                SamplingLoop.of(new Ddim(0), NEVER)
                        .run(up, chain.denoising().subList(0, n - 1), constant);
        // at the noisiest step a rounding of 1e-7 is worth √(1/ᾱ) ≈ 160 times as much in x̂0
        assertClose("the start", 1e-3, back, start);
    }

    @Test
    void everyStepOfInversionLandsOnTheForwardProcessAndTheLastOnPureNoise() {
        Schedule chain = chain("ddim20");
        NDArray x = p.noised(chain.alphaBar(0));
        for (Step s : chain.noising()) {
            x = new DdimInversion().step(x, s, p.oracle(), NEVER).x();
            assertClose("step " + s.index(), 1e-6, x, p.noised(s.alphaBarNext()));
        }
        assertClose("noise", 1e-6, x, p.eps);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void etaOutsideItsRangeIsRefused(double eta) {
        assertThrows(IllegalArgumentException.class, () -> new Ddim(eta));
    }

    private static Schedule chain(String respacing) {
        return Schedule.linear(1000).respaced(Respacing.parse(respacing));
    }
}
