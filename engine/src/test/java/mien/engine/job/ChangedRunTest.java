package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that are changed while they go on. */
@Timeout(60)
class ChangedRunTest extends ShortRuns {

    private final List<JobStatus> told = new CopyOnWriteArrayList<>();

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
    void aRunThatHadBegunGoesOnChangedWhileEditsAreHeldAndWhatHadNotStillWaits()
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        Function<Run, Picture> slow =
                run -> {
                    begun.countDown();
                    awaited(gate);
                    return sampling(Light.always(0)).apply(run);
                };
        Job running = queue.start(request(with("ddim"), Beginning.NOISE), slow, s -> {});
        begun.await();
        queue.hold();
        Job waiting =
                queue.start(
                        request(with("ddim"), Beginning.NOISE), sampling(Light.always(0)), s -> {});
        Job held = changed(waiting);
        Job once = changed(running);
        Job twice = changed(once);
        gate.countDown();
        assertInstanceOf(JobStatus.Done.class, twice.await());
        assertEquals(new JobStatus.GaveWay(), once.status());
        Job late = changed(twice);
        assertEquals(
                "asked", queue.ask(request(with("ddim"), Beginning.NOISE), r -> "asked").join());
        assertEquals(List.of(late, held), queue.waiting());
        queue.release();
        assertInstanceOf(JobStatus.Done.class, held.await());
    }

    private Job changed(Job before) {
        Beginning there = new Beginning.Onwards(before.film());
        return queue.steer(
                before, request(with("ddim"), there), sampling(Light.always(0.1f)), s -> {});
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
}
