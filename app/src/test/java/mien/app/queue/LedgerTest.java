package mien.app.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import mien.app.edit.EditViewModel;
import mien.app.edit.Progress;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.engine.EditOrder;
import mien.engine.edit.EditException.Reason;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Film;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);
    private static final JobStatus FULL = new JobStatus.Failed("It is full.", Reason.MACHINE);

    private final ManualJobs jobs = new ManualJobs();
    private final Line line = new Line();
    private final Ledger ledger = new Ledger(line, jobs);
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), ToySpec.found(PHOTO), ledger, jobs);

    /** A queue that does nothing by itself. */
    private static final class Line implements Workshop {
        private final List<Work> all = new ArrayList<>();
        private final List<Work> waiting = new ArrayList<>();
        private boolean held;
        private boolean freed;

        private final class Work implements Making {
            private final EditOrder<?> order;
            private final Consumer<JobStatus> listener;
            private boolean cancelled;

            Work(EditOrder<?> order, Consumer<JobStatus> listener) {
                this.order = order;
                this.listener = listener;
            }

            void tell(JobStatus status) {
                waiting.remove(this);
                listener.accept(status);
            }

            @Override
            public Film film() {
                return new Film();
            }

            @Override
            public void cancel() {
                cancelled = true;
            }

            @Override
            public boolean move(int place) {
                boolean there = waiting.remove(this);
                if (there) {
                    waiting.add(Math.min(place, waiting.size()), this);
                }
                return there;
            }
        }

        List<Long> seeds() {
            return waiting.stream().map(w -> w.order.settings().seed()).toList();
        }

        @Override
        public <S extends EditSpec> Making start(EditOrder<S> order, Consumer<JobStatus> listener) {
            Work work = new Work(order, listener);
            all.add(work);
            waiting.add(work);
            return work;
        }

        @Override
        public void hold() {
            held = true;
        }

        @Override
        public void release() {
            held = false;
        }

        @Override
        public CompletableFuture<Void> releaseMemory() {
            freed = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Optional<RunSettings> smaller(RunSettings settings) {
            return Optional.of(settings.withPrecision("bfloat16"));
        }

        @Override
        public List<EditSystem<?>> systems() {
            return List.of(new ToySystem());
        }

        @Override
        public Optional<ModelPack> model(String system) {
            return Optional.empty();
        }

        @Override
        public <S extends EditSpec> CompletableFuture<S> open(
                EditSystem<S> system, Picture picture, RunSettings settings) {
            return CompletableFuture.completedFuture(system.open(picture, null));
        }

        @Override
        public void close() {}
    }

    private void startWithVariations(int count) {
        edit.apply(edit.spec().withJaw(10));
        line.all.get(0).tell(new JobStatus.Running(1, 4, PHOTO));
        edit.seeds().make(count);
    }

    private List<Long> seeds() {
        return ledger.entries().stream().map(e -> e.order().settings().seed()).toList();
    }

    @Test
    void whatIsDoneSoonIsNeverListed() {
        edit.apply(edit.spec().withJaw(10));
        assertTrue(ledger.entries().isEmpty());
        line.all.get(0).tell(new JobStatus.Done(PHOTO));
        jobs.pass();
        assertTrue(ledger.entries().isEmpty());
    }

    @Test
    void whatTakesAWhileIsListedUntilItsEnd() {
        startWithVariations(2);
        jobs.pass();
        assertEquals(List.of(0L, 1L, 2L), seeds());
        line.all.get(0).tell(new JobStatus.Done(PHOTO));
        assertEquals(List.of(1L, 2L), seeds());
    }

    @Test
    void theEditsOwnRunGoesBeforeVariationsThatWait() {
        startWithVariations(2);
        edit.apply(edit.spec().withJaw(20));
        assertEquals(List.of(0L, 1L, 2L), line.seeds());
        jobs.pass();
        assertEquals(
                20, ((ToySpec) ledger.entries().get(1).order().spec()).jaw(), "after the old run");
    }

    @Test
    void waitingOnesAreMovedAndTheListFollows() {
        startWithVariations(3);
        jobs.pass();
        ledger.move(ledger.entries().get(3), 0);
        assertEquals(List.of(3L, 1L, 2L), line.seeds());
        assertEquals(List.of(0L, 3L, 1L, 2L), seeds());
        ledger.moveBy(ledger.entries().get(1), 1);
        assertEquals(List.of(0L, 1L, 3L, 2L), seeds());
        ledger.moveBy(ledger.entries().get(1), -1);
        assertEquals(List.of(0L, 1L, 3L, 2L), seeds(), "it is the next already");
    }

    @Test
    void stoppingAllStopsAlsoWhatIsNotListedYet() {
        startWithVariations(2);
        ledger.cancelAll();
        assertTrue(line.all.stream().allMatch(w -> w.cancelled));
    }

    @Test
    void holdingIsPassedOnAndSeen() {
        ledger.hold();
        assertTrue(line.held && ledger.heldProperty().get());
        ledger.release();
        assertFalse(line.held || ledger.heldProperty().get());
    }

    @Test
    void aFailureStaysAndStopsNoOther() {
        startWithVariations(2);
        line.all.get(1).tell(FULL);
        jobs.pass();
        assertEquals(List.of(0L, 2L, 1L), seeds(), "failures stand last");
        assertTrue(ledger.entries().get(2).failed());
        assertEquals(1, edit.seeds().leftProperty().get());
        ledger.cancel(ledger.entries().get(2));
        assertEquals(List.of(0L, 2L), seeds());
    }

    @Test
    void aVariationThatFailedIsMadeAgainWithLessMemoryAndBecomesAVersion() {
        ledger.setAgain((order, smaller) -> edit.seeds().again(order, smaller));
        startWithVariations(2);
        line.all.get(1).tell(FULL);
        ledger.again(ledger.entries().get(0), true);
        assertTrue(line.freed);
        Line.Work again = line.all.get(3);
        assertEquals(1, again.order.settings().seed());
        assertEquals("bfloat16", again.order.settings().precision());
        again.tell(new JobStatus.Done(PHOTO));
        assertEquals(again.order.settings(), edit.versions().all().get(0).settings());
        assertTrue(ledger.entries().stream().noneMatch(Entry::failed));
    }

    @Test
    void theEditsOwnRunThatFailedIsMadeAgainOnTheCanvas() {
        ledger.setAgain((order, smaller) -> edit.seeds().again(order, smaller));
        edit.apply(edit.spec().withJaw(10));
        line.all.get(0).tell(FULL);
        assertTrue(edit.progressProperty().get().machine());
        ledger.again(ledger.entries().get(0), true);
        assertEquals("bfloat16", edit.settingsProperty().get().precision());
        assertEquals(Progress.Phase.WAITING, edit.progressProperty().get().phase());
        line.all.get(1).tell(new JobStatus.Done(PHOTO));
        assertEquals(Progress.Phase.DONE, edit.progressProperty().get().phase());
    }

    @Test
    void onlySoManyFailuresStay() {
        startWithVariations(9);
        for (int round = 0; round < 3; round++) {
            List.copyOf(line.waiting).forEach(w -> w.tell(FULL));
            edit.seeds().make(9);
        }
        assertEquals(20, ledger.entries().stream().filter(Entry::failed).count());
    }
}
