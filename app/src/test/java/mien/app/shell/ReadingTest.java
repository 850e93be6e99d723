package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;
import mien.app.job.Workshop;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);

    private final CompletableFuture<ToySpec> answer = new CompletableFuture<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Reading reading = new Reading(new Later());
    private final List<ToySpec> taken = new ArrayList<>();

    /** What the window's thread is given waits until it has time. */
    private final class Later implements Jobs {
        private final ManualJobs jobs = new ManualJobs();

        @Override
        public Executor window() {
            return later::add;
        }

        @Override
        public Executor background() {
            return jobs.background();
        }

        @Override
        public Executor drawing() {
            return jobs.drawing();
        }

        @Override
        public Ongoing after(Duration pause, Runnable action) {
            return jobs.after(pause, action);
        }
    }

    private void begin() {
        Workshop shop =
                (Workshop)
                        Proxy.newProxyInstance(
                                Workshop.class.getClassLoader(),
                                new Class<?>[] {Workshop.class},
                                (self, method, arguments) -> answer);
        reading.begin(new ToySystem(), PHOTO, shop, RunSettings.DEFAULT, taken::add);
    }

    @Test
    void whatIsNotWantedAnyMoreEndsWithoutAProblem() {
        begin();
        assertTrue(reading.goingProperty().get());
        reading.giveUp();
        assertTrue(answer.isCancelled());
        later.forEach(Runnable::run);
        assertFalse(reading.goingProperty().get());
        assertEquals(Optional.empty(), reading.problemProperty().get());
        assertEquals(List.of(), taken);
    }

    @Test
    void whatCannotBeReadIsAProblem() {
        begin();
        answer.completeExceptionally(new IllegalStateException("broken"));
        later.forEach(Runnable::run);
        assertTrue(reading.problemProperty().get().isPresent());
        assertFalse(reading.goingProperty().get());
    }
}
