package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.edit.EditException;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobQueueTest {

    private static final Picture GREY = Picture.filled(4, 4, 0xff808080);
    private static final JobQueue.Request ANY =
            new JobQueue.Request(RunSettings.DEFAULT, NoPack::new);

    private final Networks networks = new Networks();
    private final JobQueue queue = new JobQueue("cpu", networks);
    private final List<JobStatus> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        queue.close();
        networks.close();
    }

    @Test
    void aJobTellsEveryStepAndThenTheResult() throws InterruptedException {
        Job job = queue.start(ANY, steps(3), told::add);
        assertEquals(new JobStatus.Done(GREY), job.await());
        assertEquals(job.await(), job.status());
        assertEquals(
                List.of(
                        new JobStatus.Loading(),
                        new JobStatus.Running(1, 3, GREY),
                        new JobStatus.Running(2, 3, GREY),
                        new JobStatus.Running(3, 3, GREY),
                        new JobStatus.Done(GREY)),
                told);
    }

    @Test
    void aDeviceThatIsNotThereIsReleasedAndItsWorkerGoesOn() throws Exception {
        JobQueue other = new JobQueue("no such device", networks);
        other.releaseNetworks().get();
        assertInstanceOf(JobStatus.Failed.class, other.start(ANY, run -> GREY, s -> {}).await());
        other.close();
    }

    @Test
    void jobsAreDoneInTurn() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch gate = new CountDownLatch(1);
        Job first = queue.start(ANY, run -> waitFor(gate, run, order, "first"), s -> {});
        Job second = queue.start(ANY, run -> noted(order, "second"), s -> {});
        assertInstanceOf(JobStatus.Waiting.class, second.status());
        gate.countDown();
        second.await();
        assertTrue(first.status().last());
        assertEquals(List.of("first", "second"), order);
    }

    @Test
    void cancellingAWaitingJobAnswersAtOnceAndItNeverRuns() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch gate = new CountDownLatch(1);
        Job first = queue.start(ANY, run -> waitFor(gate, run, order, "first"), s -> {});
        Job second = queue.start(ANY, run -> noted(order, "second"), told::add);

        second.cancel();

        assertEquals(new JobStatus.Cancelled(), second.status());
        assertEquals(new JobStatus.Cancelled(), second.await());
        assertEquals(List.of(new JobStatus.Cancelled()), told);
        gate.countDown();
        first.await();
        Job third = queue.start(ANY, run -> noted(order, "third"), s -> {});
        third.await();
        assertEquals(List.of("first", "third"), order);
    }

    @Test
    void cancellingARunningJobEndsItAtItsNextQuestion() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        Job job =
                queue.start(
                        ANY,
                        run -> {
                            running.countDown();
                            while (true) {
                                run.checkCancelled();
                                Thread.onSpinWait();
                            }
                        },
                        told::add);
        running.await();
        job.cancel();
        assertEquals(new JobStatus.Cancelled(), job.await());
        assertTrue(job.cancelling());
        assertEquals(
                new JobStatus.Done(GREY),
                queue.start(ANY, steps(0), s -> {}).await(),
                "the next one runs");
    }

    @Test
    void aJobThatIsNotAskedToEndIgnoresALateCancel() throws InterruptedException {
        Job job = queue.start(ANY, steps(1), told::add);
        job.await();
        job.cancel();
        assertEquals(new JobStatus.Done(GREY), job.status());
    }

    @Test
    void whatGoesWrongIsOneSentence() throws InterruptedException {
        assertEquals(
                new JobStatus.Failed("The portrait is too small."),
                failing(new EditException("The portrait is too small.")));
        assertEquals(
                new JobStatus.Failed("rig does not fit."),
                failing(new CheckpointException("rig does not fit.")));
        JobStatus.Failed bug = (JobStatus.Failed) failing(new IllegalStateException("a\nb"));
        assertEquals(
                "The edit failed by an error in Mien (a): the log has the details, please report it.",
                bug.sentence());
        assertEquals(EditException.Reason.DEFECT, bug.reason());
        JobStatus.Failed memory = (JobStatus.Failed) failing(new OutOfMemoryError("Java heap"));
        assertTrue(memory.sentence().startsWith("There is not enough memory"), memory.sentence());
        assertEquals(EditException.Reason.MACHINE, memory.reason());
        JobStatus.Failed tensors =
                (JobStatus.Failed)
                        failing(
                                new EngineException(
                                        "DefaultCPUAllocator: can't allocate memory: you tried"));
        assertTrue(tensors.sentence().startsWith("There is not enough memory"), tensors.sentence());
        assertEquals(
                new JobStatus.Done(GREY),
                queue.start(ANY, steps(0), s -> {}).await(),
                "the worker lives on");
    }

    @Test
    void aMissingModelFailsTheJobAndNotTheCaller() throws InterruptedException {
        JobQueue.Request noModel =
                new JobQueue.Request(
                        RunSettings.DEFAULT,
                        () -> {
                            throw new EditException("No model.");
                        });
        assertEquals(
                new JobStatus.Failed("No model."), queue.start(noModel, steps(1), s -> {}).await());
    }

    @Test
    void aListenerThatFailsHarmsNobody() throws InterruptedException {
        Job job =
                queue.start(
                        ANY,
                        steps(2),
                        s -> {
                            throw new IllegalStateException("painting failed");
                        });
        assertEquals(new JobStatus.Done(GREY), job.await());
    }

    @Test
    void aQuestionIsAnsweredOrFailsOrIsCancelled() throws Exception {
        assertEquals("here", queue.ask(ANY, run -> "here").get());
        CompletableFuture<String> failing =
                queue.ask(
                        ANY,
                        run -> {
                            throw new EditException("No face.");
                        });
        ExecutionException e = assertThrows(ExecutionException.class, failing::get);
        assertInstanceOf(EditException.class, e.getCause());
        assertEquals("No face.", e.getCause().getMessage());
        CompletableFuture<String> large =
                queue.ask(
                        ANY,
                        run -> {
                            throw new OutOfMemoryError();
                        });
        EditException memory =
                (EditException) assertThrows(ExecutionException.class, large::get).getCause();
        assertEquals(EditException.Reason.MACHINE, memory.reason());

        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<String> endless =
                queue.ask(
                        ANY,
                        run -> {
                            running.countDown();
                            try {
                                while (true) {
                                    run.checkCancelled();
                                    Thread.onSpinWait();
                                }
                            } finally {
                                ended.countDown();
                            }
                        });
        running.await();
        endless.cancel(true);
        assertTrue(ended.await(10, TimeUnit.SECONDS), "the run ends too");
        assertThrows(CancellationException.class, endless::get);
    }

    @Test
    void closingCancelsWhatRunsAndWhatWaits() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        Job endless =
                queue.start(
                        ANY,
                        run -> {
                            running.countDown();
                            while (true) {
                                run.checkCancelled();
                                Thread.onSpinWait();
                            }
                        },
                        s -> {});
        Job waiting = queue.start(ANY, steps(1), s -> {});
        running.await();
        queue.close();
        assertEquals(new JobStatus.Cancelled(), endless.await());
        assertEquals(new JobStatus.Cancelled(), waiting.await());
        assertThrows(IllegalStateException.class, () -> queue.start(ANY, steps(1), s -> {}));
    }

    @Test
    void aRunKnowsItsSettingsAndItsNoiseDependsOnTheSeedAlone() throws Exception {
        RunSettings seven = RunSettings.DEFAULT.withSeed(7).withPrecision("float32");
        JobQueue.Request request = new JobQueue.Request(seven, NoPack::new);
        assertSame(seven, queue.ask(request, Run::settings).get());
        float[] first = queue.ask(request, run -> run.noise().normal(8)).get();
        float[] again = queue.ask(request, run -> run.noise().normal(8)).get();
        assertArrayEquals(first, again);
        assertEquals(Precision.FLOAT32, queue.ask(request, Run::precision).get());
    }

    private JobStatus failing(Throwable e) throws InterruptedException {
        return queue.start(
                        ANY,
                        run -> {
                            if (e instanceof Error error) {
                                throw error;
                            }
                            throw (RuntimeException) e;
                        },
                        s -> {})
                .await();
    }

    private static Function<Run, Picture> steps(int count) {
        return run -> {
            for (int i = 1; i <= count; i++) {
                run.checkCancelled();
                run.publish(i, count, () -> GREY);
            }
            return GREY;
        };
    }

    private static Picture noted(List<String> order, String name) {
        order.add(name);
        return GREY;
    }

    private static Picture waitFor(CountDownLatch gate, Run run, List<String> order, String name) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        run.checkCancelled();
        return noted(order, name);
    }
}
