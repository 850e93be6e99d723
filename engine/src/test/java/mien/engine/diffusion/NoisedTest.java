package mien.engine.diffusion;

import static mien.engine.diffusion.Pictures.assertClose;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoisedTest {

    private final Pictures p = new Pictures();
    private final Schedule chain = Schedule.linear(1000);

    @AfterEach
    void close() {
        p.close();
    }

    @Test
    void theEndsAreThePictureAndTheNoise() {
        assertClose("clean", 0, Noised.at(p.x0, p.eps, 1), p.x0);
        assertClose("noise", 0, Noised.at(p.x0, p.eps, 0), p.eps);
    }

    @Test
    void noiseAndSignalSharePower() {
        NDArray one = p.x0.onesLike();
        NDArray none = p.x0.zerosLike();
        for (int t = 0; t < 1000; t += 37) {
            NDArray signal = Noised.at(one, none, chain.alphaBar(t));
            NDArray noise = Noised.at(none, one, chain.alphaBar(t));
            assertClose("t = " + t, 1e-6, signal.square().add(noise.square()), one);
        }
    }

    @Test
    void everyPictureOfABatchStandsAtItsOwnStep() {
        NDArray both = chain.noised(p.x0, p.eps, new int[] {3, 800});
        NDArray first = Noised.at(p.x0, p.eps, chain.alphaBar(3));
        NDArray second = Noised.at(p.x0, p.eps, chain.alphaBar(800));
        assertClose("t = 3", 1e-7, both.get("0"), first.get("0"));
        assertClose("t = 800", 1e-7, both.get("1"), second.get("1"));
    }

    @Test
    void aStepForEveryPictureIsRequired() {
        assertThrows(
                IllegalArgumentException.class,
                () -> chain.noised(p.x0, p.eps, new int[] {1, 2, 3}));
    }
}
