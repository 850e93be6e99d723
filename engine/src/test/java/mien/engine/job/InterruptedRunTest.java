package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import mien.engine.edit.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that begin where they were interrupted. */
@Timeout(60)
class InterruptedRunTest extends ShortRuns {

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
        Job resumed = started(recorded, steps);
        resumed.await();
        assertArrayEquals(whole, pixels(resumed));
        assertTrue(steps.get(0) >= 5, "it began with step " + steps.get(0));
        assertFalse(Files.exists(folder), "what has ended needs no record");
    }

    /** A run whose steps are written down. */
    private Job started(JobQueue.Request request, List<Integer> steps) {
        return queue.start(
                request,
                sampling(Light.always(0.1f)),
                s -> {
                    if (s instanceof JobStatus.Running r) {
                        steps.add(r.step());
                    }
                });
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
    void aRunThatAnotherProcessIsAtIsLeftToThatOne() throws Exception {
        JobQueue.Request recorded = request(with("ddim"), Beginning.NOISE, untilEnd(), "recipe");
        int[] whole = pixels(ended(request(with("ddim"), Beginning.NOISE), Light.always(0.1f)));
        stoppedAfter(4, recorded);
        Path folder = home.resolve("recipe");
        Process other = LockHolder.start(folder, "held");
        List<String> there = names(folder);

        List<Integer> steps = new CopyOnWriteArrayList<>();
        Job fresh = started(recorded, steps);
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
