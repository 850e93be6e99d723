package mien.engine.diffusion;

import static mien.engine.diffusion.Pictures.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.diffusion.sampler.Ddpm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplingLoopTest {

    private static final int STEPS = 10;

    private final Pictures p = new Pictures();
    private final List<Step> steps =
            Schedule.linear(1000).respaced(Respacing.even(STEPS)).denoising();
    private final SamplingLoop loop = SamplingLoop.of(new Ddim(1), Noise.seeded(7));

    /** Makes garbage on purpose, as a network does. */
    private final Denoiser model =
            (x, s) -> {
                NDArray eps = x.mul(0.5f).tanh().add(p.eps.mul(0.1f));
                return Parameterisation.EPSILON.denoiser((y, t) -> eps).predict(x, s);
            };

    @AfterEach
    void close() {
        p.close();
    }

    @Test
    void theWatcherSeesEveryStepInOrder() {
        List<String> seen = new ArrayList<>();
        loop.withWatcher(
                        new Watcher() {
                            @Override
                            public void beforeStep(Step s) {
                                seen.add("before " + s.timestep());
                            }

                            @Override
                            public void onStep(int done, int count, NDArray x0) {
                                seen.add(done + " of " + count + " " + x0.getShape());
                            }
                        })
                .run(p.normal(3), steps, model);

        List<String> expected = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            expected.add("before " + steps.get(i).timestep());
            expected.add((i + 1) + " of " + STEPS + " " + Pictures.SHAPE);
        }
        assertEquals(expected, seen);
    }

    @Test
    void theLastPictureShownIsTheOneReturned() {
        List<float[]> shown = new ArrayList<>();
        NDArray end = loop.withWatcher(copyingTo(shown)).run(p.normal(3), steps, model);
        assertArrayEquals(end.toFloatArray(), shown.get(STEPS - 1), 1e-6f);
    }

    @Test
    void cancellingEndsTheWalkBeforeTheNextEvaluation() {
        List<Integer> evaluated = new ArrayList<>();
        Denoiser counting =
                (x, s) -> {
                    evaluated.add(s.index());
                    return model.predict(x, s);
                };
        Watcher impatient =
                new Watcher() {
                    private int steps;

                    @Override
                    public void beforeStep(Step s) {
                        if (++steps == 4) {
                            throw new CancellationException("enough");
                        }
                    }
                };
        NDArray start = p.normal(3);
        int before = p.manager.getManagedArrays().size();
        assertThrows(
                CancellationException.class,
                () -> loop.withWatcher(impatient).run(start, steps, counting));
        assertEquals(3, evaluated.size());
        assertEquals(before, p.manager.getManagedArrays().size(), "arrays left over");
    }

    @Test
    void aFailingStepLeavesNoArraysBehind() {
        Denoiser failing =
                (x, s) -> {
                    NDArray half = x.mul(0.5f);
                    if (s.index() == 5) {
                        throw new IllegalStateException("no memory");
                    }
                    return new Prediction(half, half);
                };
        NDArray start = p.normal(3);
        int before = p.manager.getManagedArrays().size();
        assertThrows(IllegalStateException.class, () -> loop.run(start, steps, failing));
        assertEquals(before, p.manager.getManagedArrays().size(), "arrays left over");
    }

    @Test
    void stepsDoNotPileUpArrays() {
        NDArray start = p.normal(3);
        int before = p.manager.getManagedArrays().size();
        List<Integer> alive = new ArrayList<>();
        Watcher counting =
                new Watcher() {
                    @Override
                    public void beforeStep(Step s) {
                        alive.add(p.manager.getManagedArrays().size());
                    }
                };
        NDArray end = loop.withWatcher(counting).run(start, steps, model);
        assertEquals(before, alive.get(0));
        for (int count : alive.subList(1, STEPS)) {
            assertEquals(before + 1, count, "arrays between steps");
        }
        assertEquals(before + 1, p.manager.getManagedArrays().size(), "arrays after the walk");
        end.close();
    }

    @Test
    void theStartStaysTheCallers() {
        NDArray start = p.normal(3);
        float[] values = start.toFloatArray();
        loop.run(start, steps, model);
        assertFalse(start.isReleased());
        assertArrayEquals(values, start.toFloatArray());
    }

    @Test
    void aBlendActsAfterEveryStepAtTheNewNoiseLevel() {
        NDArray keep = p.normal(11);
        Blend half = (x, s) -> x.add(Noised.at(keep, p.eps, s.alphaBarPrev())).mul(0.5f);
        NDArray start = p.normal(3);
        NDArray end = loop.withBlend(half).run(start, steps, p.oracle());
        assertClose("the picture", 1e-5, end, p.x0.add(keep).mul(0.5f));
    }

    @Test
    void noStepsLeaveTheStartAsItIs() {
        NDArray start = p.normal(3);
        assertEquals(start, loop.run(start, List.of(), model));
    }

    @Test
    void oneSeedGivesOnePictureAndAnotherSeedAnother() {
        NDArray start = p.normal(3);
        float[] first = end(7, start);
        assertArrayEquals(first, end(7, start));
        assertFalse(Arrays.equals(first, end(8, start)));
    }

    @Test
    void everyStepHasItsOwnNoise() {
        Noise noise = Noise.seeded(5);
        NDArray x = p.normal(3);
        float[] here = noise.like(x, steps.get(2)).toFloatArray();
        assertArrayEquals(here, noise.like(x, steps.get(2)).toFloatArray());
        assertFalse(Arrays.equals(here, noise.like(x, steps.get(3)).toFloatArray()));
    }

    @Test
    void streamsOfOneSeedAreIndependentAndTheFirstIsTheSamplers() {
        NDArray x = p.normal(3);
        Step s = steps.get(2);
        float[] own = Noise.seeded(5).like(x, s).toFloatArray();
        assertArrayEquals(own, Noise.seeded(5, 0).like(x, s).toFloatArray());
        float[] blends = Noise.seeded(5, 1).like(x, s).toFloatArray();
        double product = 0;
        for (int i = 0; i < own.length; i++) {
            product += own[i] * blends[i] / own.length;
        }
        assertEquals(0, product, 0.4, "correlation of 96 numbers");
        assertFalse(Arrays.equals(blends, Noise.seeded(5, 2).like(x, s).toFloatArray()));
    }

    private float[] end(long seed, NDArray start) {
        return SamplingLoop.of(new Ddpm(), Noise.seeded(seed))
                .run(start, steps, model)
                .toFloatArray();
    }

    private static Watcher copyingTo(List<float[]> shown) {
        return new Watcher() {
            @Override
            public void onStep(int done, int count, NDArray x0) {
                shown.add(x0.toFloatArray());
            }
        };
    }
}
