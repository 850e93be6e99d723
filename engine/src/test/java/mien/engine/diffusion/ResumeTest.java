package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import mien.engine.diffusion.sampler.Samplers;
import mien.engine.picture.Picture;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A walk that goes on from any of its steps ends with the bytes of one that never stopped. */
class ResumeTest {

    private static final int STEPS = 9;
    private static final long SEED = 77;

    @TempDir Path folder;

    private final Pictures p = new Pictures();
    private final List<Step> steps =
            Schedule.linear(1000).respaced(Respacing.even(STEPS)).denoising();

    /** Bends the picture a little, with noise of its own, as the systems' blends do. */
    private final Blend blend =
            (x, s) -> x.add(NoiseSource.of(SEED + 1, s.timestep()).like(x).mul(0.01f));

    private final Denoiser model =
            (x, s) -> {
                NDArray eps = x.mul(0.5f).tanh().add(p.eps.mul(0.1f));
                return Parameterisation.EPSILON.denoiser((y, t) -> eps).predict(x, s);
            };

    @AfterEach
    void close() {
        p.close();
    }

    static List<String> names() {
        return Samplers.names();
    }

    private SamplingLoop loop(String name, Watcher watcher) {
        return new SamplingLoop(Samplers.named(name, 0.7), blend, Noise.seeded(SEED), watcher);
    }

    private static Trajectory film() {
        return new Trajectory();
    }

    private WalkId id(String name) {
        return WalkId.of("a test", SEED, Samplers.named(name, 0.7), steps);
    }

    @ParameterizedTest
    @MethodSource("names")
    void startingAgainFromAnyStepGivesTheSameBytes(String name) {
        Trajectory film = film();
        float[] whole = loop(name, film).run(p.normal(3), steps, model).toFloatArray();
        assertEquals(STEPS, film.done());
        for (int k = 0; k <= STEPS; k++) {
            Trajectory second = film.upTo(k);
            NDArray end = loop(name, second).resume(film.at(k), p.manager, steps, model);
            assertArrayEquals(whole, end.toFloatArray(), "from step " + k);
            for (int j = 0; j <= STEPS; j++) {
                assertArrayEquals(film.at(j).x(), second.at(j).x(), "step " + j);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anInterruptedWalkGoesOnFromItsJournalToTheSameBytes(String name) {
        float[] whole = loop(name, Watcher.NONE).run(p.normal(3), steps, model).toFloatArray();
        for (int last : new int[] {0, 1, 2, 5, STEPS - 1}) {
            Path file = folder.resolve(name + last + ".journal");
            Journal journal = new Journal(file, id(name));
            assertThrows(
                    CancellationException.class,
                    () ->
                            loop(name, journal.and(stoppingAfter(last)))
                                    .run(p.normal(3), steps, model));

            Waypoint place = Journal.read(file).placeOn(id(name));
            assertEquals(last, place.done());
            NDArray end = loop(name, journal).resume(place, p.manager, steps, model);
            assertArrayEquals(whole, end.toFloatArray(), "after step " + last);
            assertEquals(STEPS, Journal.read(file).place().done());
        }
    }

    private Watcher stoppingAfter(int last) {
        return new Watcher() {
            @Override
            public void beforeStep(Step s) {
                if (steps.indexOf(s) == last) {
                    throw new CancellationException("stop");
                }
            }
        };
    }

    @ParameterizedTest
    @MethodSource("names")
    void onlyMultistepMethodsRememberAndTheyNeedTo(String name) {
        Trajectory film = film();
        float[] whole = loop(name, film).run(p.normal(3), steps, model).toFloatArray();
        Waypoint place = film.at(5);
        Waypoint forgetful = new Waypoint(5, place.shape(), place.x(), List.of());
        NDArray end = loop(name, Watcher.NONE).resume(forgetful, p.manager, steps, model);
        boolean oneStep = List.of("ddim", "ddpm").contains(name);
        assertEquals(oneStep, place.past().isEmpty());
        assertEquals(oneStep, Arrays.equals(whole, end.toFloatArray()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingIsLeftOverWhenAWalkEndsOrStops(String name) {
        NDArray start = p.normal(3);
        Trajectory film = film();
        int before = p.manager.getManagedArrays().size();
        loop(name, film).run(start, steps, model).close();
        assertEquals(before, p.manager.getManagedArrays().size(), "after a walk");
        assertThrows(
                CancellationException.class,
                () -> loop(name, stoppingAfter(4)).run(start, steps, model));
        assertEquals(before, p.manager.getManagedArrays().size(), "after a stop");
        loop(name, film).resume(film.at(4), p.manager, steps, model).close();
        assertEquals(before, p.manager.getManagedArrays().size(), "after a resume");
        assertThrows(
                CancellationException.class,
                () -> loop(name, stoppingAfter(6)).resume(film.at(4), p.manager, steps, model));
        assertEquals(before, p.manager.getManagedArrays().size(), "after a stopped resume");
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsChangedAtStepKActsFromThereOnly(String name) {
        Trajectory film = film();
        NDArray start = p.normal(3);
        float[] whole = loop(name, film).run(start, steps, model).toFloatArray();
        int k = 4;
        Blend changed =
                (x, s) -> steps.indexOf(s) < k ? blend.blend(x, s) : blend.blend(x, s).mul(0.9f);
        float[] branch =
                loop(name, Watcher.NONE)
                        .withBlend(changed)
                        .resume(film.at(k), p.manager, steps, model)
                        .toFloatArray();
        float[] fresh =
                loop(name, Watcher.NONE).withBlend(changed).run(start, steps, model).toFloatArray();
        assertArrayEquals(fresh, branch);
        assertFalse(Arrays.equals(whole, branch));
    }

    @Test
    void theFilmHoldsAThumbnailOfEveryStep() {
        Trajectory film = film();
        assertEquals(Optional.empty(), film.thumbnail(0));
        for (int k = 1; k <= STEPS; k++) {
            film.show(k, Picture.filled(200, 100, 0xff000000 | k));
            Picture thumbnail = film.thumbnail(k).orElseThrow();
            assertEquals(96, thumbnail.width());
            assertEquals(48, thumbnail.height());
        }
        assertTrue(film.upTo(3).thumbnail(4).isEmpty());
        assertTrue(film.upTo(3).thumbnail(3).isPresent());
        loop("ddim", film).run(p.normal(3), steps, model);
        assertEquals(3, film.upTo(3).done());
    }

    @Test
    void aStepThatWasNotSeenIsRefused() {
        Trajectory film = film();
        assertEquals(
                "this walk has not begun, so it cannot start again from step 2",
                assertThrows(IllegalArgumentException.class, () -> film.at(2)).getMessage());
        loop("ddim", film).run(p.normal(3), steps, model);
        assertEquals(
                "this walk can start again from steps 0 to 9, not 10",
                assertThrows(IllegalArgumentException.class, () -> film.at(10)).getMessage());
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                loop("ddim", film)
                                        .resume(film.at(9), p.manager, steps.subList(0, 3), model));
        assertEquals("a walk of 3 steps cannot go on after step 9", e.getMessage());
    }

    @Test
    void aWaypointThatDoesNotFitIsRefused() {
        Past shorter = new Past(0.5, 1, new float[3]);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Waypoint(1, List.of(1L, 4L), new float[4], List.of(shorter)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Waypoint(1, List.of(1L, 5L), new float[4], List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Waypoint(-1, List.of(1L, 4L), new float[4], List.of()));
    }
}
