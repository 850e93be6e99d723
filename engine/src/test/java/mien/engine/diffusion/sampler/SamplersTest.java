package mien.engine.diffusion.sampler;

import static mien.engine.diffusion.Pictures.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.List;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Pacing;
import mien.engine.diffusion.Pictures;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplersTest {

    static List<String> names() {
        return Samplers.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySamplerEndsAtThePictureWhenTheModelIsRight(String name) {
        List<Step> steps = Schedule.linear(1000).respaced(Respacing.parse("ddim20")).denoising();
        try (Pictures p = new Pictures()) {
            NDArray end =
                    SamplingLoop.of(Samplers.named(name, 0.5), Noise.seeded(8))
                            .run(p.normal(9), steps, p.oracle());
            assertClose(name, 1e-3, end, p.x0);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySamplerHasStepsItDoesBestOn(String name) {
        Gaussian world = new Gaussian(0.4, 0.25);
        try (Pictures p = new Pictures()) {
            double own = error(p, world, name, Samplers.pacing(name));
            double other = error(p, world, name, Pacing.DIFFUSERS_SOLVER_CLEAN);
            boolean multistep = !name.startsWith("dd");
            assertTrue(!multistep || own < other / 1.2, name + ": " + own + " and " + other);
        }
    }

    /** The distance from the exact solution after 8 steps. */
    private static double error(Pictures p, Gaussian world, String name, Pacing pacing) {
        List<Step> steps = pacing.chain(Schedule.linear(1000), 8).denoising();
        NDArray start = p.normal(9);
        NDArray end =
                SamplingLoop.of(Samplers.named(name, 0), Noise.seeded(8))
                        .run(start, steps, world.denoiser());
        NDArray exact = world.flow(start, steps.get(0).alphaBar(), 1);
        return end.sub(exact).abs().max().getFloat();
    }

    @Test
    void etaReachesTheSamplerThatHasOne() {
        assertEquals(new Ddim(0.25), Samplers.named("ddim", 0.25));
    }

    @Test
    void anUnknownNameIsRefusedAndTheKnownOnesAreListed() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Samplers.named("euler", 0));
        assertEquals(
                "no sampler is called 'euler': choose one of ddim, ddpm, dpm++2m, unipc, unipc-bh1",
                e.getMessage());
    }
}
