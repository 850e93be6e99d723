package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.sampler.Samplers;
import mien.engine.edit.Pack;
import mien.engine.edit.Readings;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that begin at a step of another one, or where they were interrupted. */
@Timeout(60)
class BranchTest {

    private static final int SIDE = 8;
    private static final List<Step> STEPS =
            Schedule.linear(1000).respaced(Respacing.even(10)).denoising();

    @TempDir Path home;

    private final Networks networks = new Networks();
    private final JobQueue queue = new JobQueue("cpu", networks);
    private final List<JobStatus> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        queue.close();
        networks.close();
    }

    private record NoPack() implements Pack {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public Path file(String role) {
            throw new IllegalStateException("no file");
        }

        @Override
        public JsonNode section(String name) {
            return MissingNode.getInstance();
        }
    }

    /** What the made-up network adds before and from a step on: the "light" of these tests. */
    private record Light(float before, float after, int changed) {
        static Light always(float value) {
            return new Light(value, value, 0);
        }

        float at(Step step) {
            return STEPS.indexOf(step) < changed ? before : after;
        }
    }

    private Function<Run, Picture> sampling(Light light) {
        return run -> {
            Denoiser model =
                    Parameterisation.EPSILON.denoiser(
                            (x, s) -> x.mul(0.4f).tanh().add(light.at(s)));
            try (NDManager manager = NDManager.newBaseManager(run.device(), "PyTorch")) {
                Watcher shown =
                        new Watcher() {
                            @Override
                            public void onStep(int done, int count, NDArray x0) {
                                run.publish(
                                        done,
                                        count,
                                        () -> picture(x0),
                                        p -> new Readings(Map.of("step", (double) done)));
                            }
                        };
                SamplingLoop loop =
                        new SamplingLoop(
                                Samplers.named(run.settings().sampler(), run.settings().eta()),
                                Blend.NONE,
                                Noise.seeded(run.settings().seed()),
                                shown);
                NDArray start = run.noise().normal(manager, new Shape(1, 3, SIDE, SIDE));
                return picture(run.sample(loop, start, STEPS, model));
            }
        };
    }

    private static Picture picture(NDArray x) {
        return Picture.ofPlanar(x.toFloatArray(), SIDE, SIDE, Range.SIGNED);
    }

    private JobQueue.Request request(RunSettings settings, Beginning beginning) {
        return request(settings, beginning, Optional.empty(), "the recipe");
    }

    private static JobQueue.Request request(
            RunSettings settings, Beginning beginning, Optional<RunRecord> record, String recipe) {
        return new JobQueue.Request(settings, NoPack::new, beginning, p -> recipe, record);
    }

    private Job ended(JobQueue.Request request, Light light) throws InterruptedException {
        Job job = queue.start(request, sampling(light), s -> {});
        job.await();
        return job;
    }

    private static int[] pixels(Job job) {
        return assertInstanceOf(JobStatus.Done.class, job.status()).result().argb();
    }

    private static RunSettings with(String sampler) {
        return RunSettings.DEFAULT.withSampler(sampler).withEta(0.6).withSeed(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddim", "ddpm", "dpm++2m", "unipc"})
    void aBranchEqualsAFreshRunThatChangedAtThatStep(String sampler) throws InterruptedException {
        RunSettings settings = with(sampler);
        Job first = ended(request(settings, Beginning.NOISE), Light.always(0.1f));
        for (int k : new int[] {0, 3, 7}) {
            Beginning there = new Beginning.Branch(first.film(), k);
            Job branch = ended(request(settings, there), Light.always(-0.2f));
            Job fresh = ended(request(settings, Beginning.NOISE), new Light(0.1f, -0.2f, k));
            assertArrayEquals(pixels(fresh), pixels(branch), sampler + " from step " + k);
            assertFalse(Arrays.equals(pixels(first), pixels(branch)), "the change shows");
            assertEquals(STEPS.size(), branch.film().done());
            assertEquals(first.film().thumbnail(k), branch.film().thumbnail(k));
        }
    }

    @Test
    void aBranchOfABranchBeginsAtEitherOnesSteps() throws InterruptedException {
        RunSettings settings = with("ddim");
        Job first = ended(request(settings, Beginning.NOISE), Light.always(0.1f));
        Job second =
                ended(request(settings, new Beginning.Branch(first.film(), 6)), Light.always(0.3f));
        Job early =
                ended(
                        request(settings, new Beginning.Branch(second.film(), 2)),
                        Light.always(0.1f));
        assertArrayEquals(pixels(first), pixels(early), "step 2 is the first run's");
    }

    @Test
    void anotherSeedOrStepThatIsNotThereIsRefusedInASentence() throws InterruptedException {
        Job first = ended(request(with("ddim"), Beginning.NOISE), Light.always(0));
        Beginning there = new Beginning.Branch(first.film(), 3);
        Job otherSeed = ended(request(with("ddim").withSeed(5), there), Light.always(0));
        assertEquals(
                "The run cannot branch from the other one (seed 4, not 5): keep its seed, sampler and"
                        + " number of steps, or start anew.",
                sentence(otherSeed));
        Beginning nowhere = new Beginning.Branch(first.film(), 11);
        Job beyond = ended(request(with("ddim"), nowhere), Light.always(0));
        assertEquals(
                "The run cannot branch: this walk can start again from steps 0 to 10, not 11.",
                sentence(beyond));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddim", "ddpm", "dpm++2m", "unipc"})
    void aRunThatTheEnginesEndStoppedGoesOnToTheSameBytes(String sampler)
            throws InterruptedException {
        RunSettings settings = with(sampler);
        int[] whole = pixels(ended(request(settings, Beginning.NOISE), Light.always(0.1f)));
        JobQueue.Request recorded = request(settings, Beginning.NOISE, untilEnd(), "recipe");
        stoppedAfter(4, recorded);
        Path folder = home.resolve("recipe");
        assertTrue(Files.isDirectory(folder));

        List<Integer> steps = new CopyOnWriteArrayList<>();
        Job resumed =
                queue.start(
                        recorded,
                        sampling(Light.always(0.1f)),
                        s -> {
                            if (s instanceof JobStatus.Running r) {
                                steps.add(r.step());
                            }
                        });
        resumed.await();
        assertArrayEquals(whole, pixels(resumed));
        assertTrue(steps.get(0) >= 5, "it began with step " + steps.get(0));
        assertFalse(Files.exists(folder), "what has ended needs no record");
    }

    @Test
    void anotherRunOrABranchDoesNotGoOnWhereAnInterruptedOneStood() throws InterruptedException {
        RunSettings settings = with("ddim");
        stoppedAfter(4, request(settings, Beginning.NOISE, untilEnd(), "recipe"));
        JobQueue.Request otherSeed =
                request(settings.withSeed(9), Beginning.NOISE, untilEnd(), "recipe");
        Job other = ended(otherSeed, Light.always(0.1f));
        Job fresh = ended(request(settings.withSeed(9), Beginning.NOISE), Light.always(0.1f));
        assertArrayEquals(pixels(fresh), pixels(other));
    }

    @Test
    void aRunThatEndedItsProcessTwiceIsSetAsideAndCanBeStartedOnceMore()
            throws InterruptedException, IOException {
        JobQueue.Request recorded = request(with("ddim"), Beginning.NOISE, untilEnd(), "recipe");
        stoppedAfter(2, recorded);
        Files.writeString(home.resolve("recipe/attempts"), "2"); // as two kills leave it
        assertEquals(
                "This run ended Mien twice before it was done, so it is set aside: change something,"
                        + " or start it once more.",
                sentence(ended(recorded, Light.always(0.1f))));
        int[] whole = pixels(ended(request(with("ddim"), Beginning.NOISE), Light.always(0.1f)));
        assertArrayEquals(whole, pixels(ended(recorded, Light.always(0.1f))));
    }

    @Test
    void closingMienAgainAndAgainIsNoReasonToSetARunAside() throws InterruptedException {
        JobQueue.Request recorded = request(with("ddim"), Beginning.NOISE, untilEnd(), "recipe");
        for (int step : new int[] {2, 4, 6, 8}) {
            stoppedAfter(step, recorded);
        }
        int[] whole = pixels(ended(request(with("ddim"), Beginning.NOISE), Light.always(0.1f)));
        assertArrayEquals(whole, pixels(ended(recorded, Light.always(0.1f))));
    }

    @Test
    void aDeviceThatIsNotThereIsReleasedAndItsWorkerGoesOn() throws Exception {
        JobQueue other = new JobQueue("no such device", networks);
        other.releaseNetworks().get();
        Job next = other.start(request(with("ddim"), Beginning.NOISE), run -> null, s -> {});
        assertInstanceOf(JobStatus.Failed.class, next.await());
        other.close();
    }

    /** Starts a run that is changed when a step is told. */
    private Job steered(int step, Light before, Light after, Optional<RunRecord> record)
            throws InterruptedException {
        Job[] jobs = new Job[2];
        CountDownLatch known = new CountDownLatch(1);
        RunSettings settings = with("ddpm");
        jobs[0] =
                queue.start(
                        request(settings, Beginning.NOISE, record, "before"),
                        sampling(before),
                        status -> {
                            awaited(known);
                            if (status instanceof JobStatus.Running r && r.step() == step) {
                                Beginning there = new Beginning.Onwards(jobs[0].film());
                                jobs[1] =
                                        queue.steer(
                                                jobs[0],
                                                request(settings, there, record, "after"),
                                                sampling(after),
                                                told::add);
                            }
                        });
        known.countDown();
        boolean under = step < STEPS.size();
        assertEquals(under, jobs[0].await().equals(new JobStatus.GaveWay()));
        jobs[1].await();
        return jobs[1];
    }

    @Test
    void aChangeWhileARunGoesOnActsFromTheNextStepOn() throws InterruptedException {
        Job fresh = ended(request(with("ddpm"), Beginning.NOISE), new Light(0.1f, -0.2f, 4));
        Job changed = steered(4, Light.always(0.1f), Light.always(-0.2f), Optional.empty());
        assertArrayEquals(pixels(fresh), pixels(changed));
        assertEquals(11, changed.film().steps().size(), "its film has the steps before, too");
        assertEquals(5, firstStep(), "what was done is not done again");
        assertFalse(told.contains(new JobStatus.Cancelled()), told::toString);
    }

    private int firstStep() {
        return told.stream()
                .filter(JobStatus.Running.class::isInstance)
                .mapToInt(s -> ((JobStatus.Running) s).step())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangedRunGoesOnBeforeWhatWaitsAndLeavesNoRecord() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch gate = new CountDownLatch(1);
        Function<Run, Picture> held =
                run -> {
                    awaited(gate);
                    return sampling(Light.always(0)).apply(run);
                };
        Job running = queue.start(request(with("ddim"), Beginning.NOISE), held, s -> {});
        Job waiting =
                queue.start(
                        request(with("ddim"), Beginning.NOISE),
                        sampling(Light.always(0)),
                        s -> order.add("waiting"));
        JobQueue.Request onwards =
                request(with("ddim"), new Beginning.Onwards(running.film()), untilEnd(), "onwards");
        Job changed =
                queue.steer(running, onwards, sampling(Light.always(0)), s -> order.add("changed"));
        gate.countDown();
        waiting.await();
        assertEquals("changed", order.get(0));
        assertInstanceOf(JobStatus.Done.class, changed.status());
        assertFalse(Files.exists(home.resolve("onwards")));
    }

    @Test
    void aChangeAfterTheLastStepOrBeforeTheFirstBeginsWithNoise() throws InterruptedException {
        int[] fresh = pixels(ended(request(with("ddpm"), Beginning.NOISE), Light.always(-0.2f)));
        Job late = steered(STEPS.size(), Light.always(0.1f), Light.always(-0.2f), untilEnd());
        assertArrayEquals(fresh, pixels(late));
        Job none = ended(request(with("ddpm"), Beginning.NOISE), Light.always(0.1f));
        Beginning never = new Beginning.Onwards(new Film());
        assertArrayEquals(fresh, pixels(ended(request(with("ddpm"), never), Light.always(-0.2f))));
        assertFalse(Arrays.equals(fresh, pixels(none)));
    }

    @Test
    void aRunThatWasChangedAndThenStoppedGoesOnToTheSameBytes() throws InterruptedException {
        Film first = ended(request(with("ddpm"), Beginning.NOISE), Light.always(-0.2f)).film();
        JobQueue.Request branch =
                request(with("ddpm"), new Beginning.Branch(first, 3), untilEnd(), "changed");
        stoppedAfter(6, branch);
        JobQueue.Request again = request(with("ddpm"), Beginning.NOISE, untilEnd(), "changed");
        Job resumed = ended(again, Light.always(0.1f));
        Job fresh = ended(request(with("ddpm"), Beginning.NOISE), new Light(-0.2f, 0.1f, 3));
        assertArrayEquals(pixels(fresh), pixels(resumed));
    }

    @Test
    void aFilmKeepsWhatWasMeasuredAndABranchTakesItOver() throws InterruptedException {
        Job first = ended(request(with("ddim"), Beginning.NOISE), Light.always(0.1f));
        assertEquals(10, first.film().readings().size());
        assertEquals(7, first.film().readings().get(7).of("step").orElseThrow());
        Job branch =
                ended(
                        request(with("ddim"), new Beginning.Branch(first.film(), 3)),
                        Light.always(0.1f));
        assertEquals(first.film().readings(), branch.film().readings());
    }

    private static String sentence(Job job) {
        return assertInstanceOf(JobStatus.Failed.class, job.status()).sentence();
    }

    private Optional<RunRecord> untilEnd() {
        return Optional.of(new RunRecord.UntilEnd(home));
    }

    private void stoppedAfter(int step, JobQueue.Request request) throws InterruptedException {
        JobQueue other = new JobQueue("cpu", networks);
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Job job =
                other.start(
                        request,
                        sampling(Light.always(0.1f)),
                        status -> {
                            if (status instanceof JobStatus.Running r && r.step() == step) {
                                there.countDown();
                                awaited(closing);
                            }
                        });
        there.await();
        Thread end = new Thread(other::close);
        end.start();
        while (end.getState() != Thread.State.TIMED_WAITING) { // it waits for the worker
            Thread.onSpinWait();
        }
        closing.countDown();
        assertEquals(new JobStatus.Cancelled(), job.await());
        end.join();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRunThatAnotherProcessIsAtIsLeftToThatOne() throws Exception {
        JobQueue.Request recorded = request(with("ddim"), Beginning.NOISE, untilEnd(), "recipe");
        int[] whole = pixels(ended(request(with("ddim"), Beginning.NOISE), Light.always(0.1f)));
        stoppedAfter(4, recorded);
        Path folder = home.resolve("recipe");
        Process other = LockHolder.start(folder, "held");
        List<String> there = names(folder);

        List<Integer> steps = new CopyOnWriteArrayList<>();
        Job fresh =
                queue.start(
                        recorded,
                        sampling(Light.always(0.1f)),
                        s -> {
                            if (s instanceof JobStatus.Running r) {
                                steps.add(r.step());
                            }
                        });
        fresh.await();
        assertArrayEquals(whole, pixels(fresh));
        assertEquals(1, steps.get(0), "it did not go on where the other stood");
        RunRecord.prune(home, 0);
        assertEquals(there, names(folder), "what the other keeps is as it was");

        LockHolder.end(other);
        assertArrayEquals(whole, pixels(ended(recorded, Light.always(0.1f))));
        assertFalse(Files.exists(folder));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aLastingRecordStaysAndCanBeBranchedFromInAnotherProcess() throws InterruptedException {
        Path folder = home.resolve("run");
        Optional<RunRecord> lasting = Optional.of(new RunRecord.Lasting(folder));
        RunSettings settings = with("ddim");
        ended(request(settings, Beginning.NOISE, lasting, "a"), Light.always(0.1f));
        Film film = Film.read(folder);
        assertEquals(11, film.steps().size());
        Path second = home.resolve("second");
        Optional<RunRecord> recording = Optional.of(new RunRecord.Lasting(second));
        Job branch =
                ended(
                        request(settings, new Beginning.Branch(film, 5), recording, "b"),
                        Light.always(-0.2f));
        Job fresh = ended(request(settings, Beginning.NOISE), new Light(0.1f, -0.2f, 5));
        assertArrayEquals(pixels(fresh), pixels(branch));
        assertEquals(11, Film.read(second).steps().size(), "it has the steps before, too");
    }

    @Test
    void aRunThatThePersonCancelledLeavesNoRecord() throws InterruptedException {
        Job[] self = new Job[1];
        AtomicBoolean told = new AtomicBoolean();
        CountDownLatch known = new CountDownLatch(1);
        self[0] =
                queue.start(
                        request(with("ddim"), Beginning.NOISE, untilEnd(), "a"),
                        sampling(Light.always(0)),
                        status -> {
                            awaited(known);
                            if (status instanceof JobStatus.Running r && r.step() == 3) {
                                self[0].cancel();
                            }
                            if (status.last()) {
                                told.set(Files.exists(home.resolve("a")));
                            }
                        });
        known.countDown();
        assertEquals(new JobStatus.Cancelled(), self[0].await());
        assertEquals(3, self[0].film().done(), "its film can still be branched from");
        assertTrue(told.get(), "the person hears of it before anything is tidied up");
        assertFalse(Files.exists(home.resolve("a")));
    }
}
