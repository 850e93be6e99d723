package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import mien.engine.edit.EditException;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ExperienceTest {

    private static final Picture GREY = Picture.filled(4, 4, 0xff808080);
    private static final String KEY = "toy";

    @TempDir private Path folder;

    private final Experience experience = new Experience(Optional.empty());

    /** A machine whose clock and memory go as the made-up work says. */
    private static final class Made implements RunClock.Machine {
        private long seconds;
        private long bytes = 1000;
        private boolean loaded;

        @Override
        public long nanos() {
            return seconds * 1_000_000_000L;
        }

        @Override
        public long resident() {
            return bytes;
        }

        @Override
        public boolean loaded() {
            return loaded;
        }
    }

    /** 5 s before the steps, 2 s each, 1 s after; 300 bytes more in the second step. */
    private void run(Experience learner, Made machine, int steps, boolean fails)
            throws InterruptedException {
        Networks networks = new Networks();
        try (JobQueue queue = new JobQueue("cpu", networks)) {
            Consumer<JobStatus> clock = learner.clock(KEY, machine);
            queue.start(
                            new JobQueue.Request(RunSettings.DEFAULT, NoPack::new),
                            run -> {
                                machine.seconds += 5;
                                for (int i = 1; i <= steps; i++) {
                                    machine.seconds += 2;
                                    machine.bytes += i == 2 ? 300 : 0;
                                    run.publish(i, steps, () -> GREY);
                                }
                                machine.seconds += 1;
                                if (fails) {
                                    throw new EditException("It is full.");
                                }
                                return GREY;
                            },
                            clock)
                    .await();
        }
        networks.close();
    }

    private Optional<Duration> warm(int steps) {
        return experience.time(KEY, OptionalInt.of(steps), true);
    }

    @Test
    void nothingIsSaidBeforeTheFirstRun() {
        assertEquals(Optional.empty(), warm(10));
        assertEquals(OptionalLong.empty(), experience.memory(KEY, 70, true));
        assertEquals(
                OptionalLong.of(70),
                experience.memory(KEY, 70, false),
                "weights that are not loaded take their room in any case");
    }

    @Test
    void timeGrowsWithTheStepsAndWhatIsAroundThemStays() throws InterruptedException {
        Made machine = new Made();
        machine.loaded = true;
        run(experience, machine, 4, false);
        assertEquals(Optional.of(Duration.ofSeconds(14)), warm(4));
        assertEquals(Optional.of(Duration.ofSeconds(46)), warm(20));
        assertEquals(
                Optional.of(Duration.ofSeconds(14)),
                experience.time(KEY, OptionalInt.empty(), true),
                "as many steps as before");
        assertEquals(Optional.empty(), experience.time(KEY, OptionalInt.of(4), false));
        assertEquals(OptionalLong.of(300), experience.memory(KEY, 70, true));
        assertEquals(OptionalLong.of(370), experience.memory(KEY, 70, false));
    }

    @Test
    void aRunThatLoadedItsWeightsIsAnotherThing() throws InterruptedException {
        run(experience, new Made(), 4, false);
        assertEquals(Optional.empty(), warm(4));
        assertEquals(
                Optional.of(Duration.ofSeconds(14)),
                experience.time(KEY, OptionalInt.of(4), false));
        assertEquals(OptionalLong.of(300), experience.memory(KEY, 70, false));
    }

    @Test
    void nothingIsLearntFromARunThatFailed() throws InterruptedException {
        Made machine = new Made();
        machine.loaded = true;
        run(experience, machine, 4, true);
        assertEquals(Optional.empty(), warm(4));
    }

    @Test
    void theNextStartKnowsIt() throws InterruptedException {
        Path file = folder.resolve("cache").resolve("runs.json");
        Made machine = new Made();
        machine.loaded = true;
        run(new Experience(Optional.of(file)), machine, 4, false);
        Experience next = new Experience(Optional.of(file));
        assertEquals(Optional.of(Duration.ofSeconds(14)), next.time(KEY, OptionalInt.of(4), true));
    }

    @Test
    void aBrokenFileIsLearntAnew() throws IOException, InterruptedException {
        Path file = folder.resolve("runs.json");
        Files.writeString(file, "{\"toy\": 3");
        Experience next = new Experience(Optional.of(file));
        assertEquals(Optional.empty(), next.time(KEY, OptionalInt.of(4), true));
        run(next, new Made(), 4, false);
        assertTrue(
                new Experience(Optional.of(file)).time(KEY, OptionalInt.of(4), false).isPresent());
    }

    @Test
    void itIsTightWhereMoreIsNeededThanIsFree() {
        OptionalLong ten = OptionalLong.of(10);
        OptionalLong nine = OptionalLong.of(9);
        assertTrue(new Forecast(Optional.empty(), ten, nine).tight());
        assertFalse(new Forecast(Optional.empty(), ten, ten).tight());
        assertFalse(new Forecast(Optional.empty(), ten, OptionalLong.empty()).tight());
    }
}
