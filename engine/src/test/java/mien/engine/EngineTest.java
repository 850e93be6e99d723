package mien.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.edit.faceswap.TinySwapPack;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.edit.relight.TinyPack;
import mien.engine.job.Beginning;
import mien.engine.job.Film;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;
import mien.engine.job.RunRecord;
import mien.engine.picture.Picture;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineTest {

    private static final RunSettings EXACT =
            RunSettings.DEFAULT.withPrecision("float32").withSeed(3);
    private static final Picture PORTRAIT = Picture.filled(96, 96, 0xff8899aa);

    @TempDir static Path models;

    @BeforeAll
    static void makePack() throws IOException {
        TinyPack.write(models.resolve("demo/relight"), "tiny");
    }

    @Test
    void aRunGoesOnInAnotherEngineAndBranchesWithAnotherLight() throws Exception {
        Path folder = models.resolve("runs/one");
        RunRecord lasting = new RunRecord.Lasting(folder);
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)))) {
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
            EditOrder<RelightSpec> order = new EditOrder<>(relight, opened, EXACT);
            Picture whole = picture(engine.start(order.recorded(lasting), s -> {}).await());
            Film film = Film.read(folder);
            assertEquals(5, film.done());

            Files.delete(folder.resolve("step-0005.walk")); // as if it had been killed there
            Beginning interrupted = new Beginning.Resumed(Film.read(folder));
            assertEquals(whole, picture(engine.start(order.from(interrupted), s -> {}).await()));

            RelightSpec lit = opened.withLight(opened.light().withStrength(2));
            EditOrder<RelightSpec> other = new EditOrder<>(relight, lit, EXACT);
            assertInstanceOf(
                    JobStatus.Failed.class,
                    engine.start(other.from(interrupted), s -> {}).await(),
                    "another light is another run");
            Picture late = picture(branch(engine, other, new Beginning.Branch(film, 4)));
            Picture early = picture(branch(engine, other, new Beginning.Branch(film, 0)));
            assertNotEquals(whole, late);
            assertEquals(picture(engine.start(other, s -> {}).await()), early);
            assertNotEquals(early, late);
        }
    }

    private static JobStatus branch(
            Engine engine, EditOrder<RelightSpec> order, Beginning beginning)
            throws InterruptedException {
        return engine.start(order.from(beginning), s -> {}).await();
    }

    private static Picture picture(JobStatus end) {
        return assertInstanceOf(JobStatus.Done.class, end, end::toString).result();
    }

    @Test
    void aHeldEngineStillOpensPictures() throws Exception {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)))) {
            engine.hold();
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
            Job first = engine.start(relight, opened, EXACT, s -> {});
            Job second = engine.start(relight, opened, EXACT, s -> {});
            assertTrue(engine.move(second, 0));
            assertEquals(List.of(second, first), engine.waiting());
            first.cancel();
            engine.releaseMemory().get();
            engine.release();
            assertInstanceOf(JobStatus.Done.class, second.await());
        }
    }

    @Test
    void aPortraitIsOpenedAndRelitThroughTheDoor() throws Exception {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)))) {
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
            RelightSpec lit = opened.withLight(opened.light().withStrength(1));
            List<JobStatus> told = new CopyOnWriteArrayList<>();

            JobStatus.Done first =
                    assertInstanceOf(
                            JobStatus.Done.class,
                            engine.start(relight, lit, EXACT, told::add).await());
            JobStatus.Done again =
                    assertInstanceOf(
                            JobStatus.Done.class,
                            engine.start(relight, lit, EXACT, s -> {}).await());

            assertArrayEquals(
                    first.result().argb(), again.result().argb(), "the same seed, the same bytes");
            assertEquals(7, told.size(), "loading, five steps, done");
        }
    }

    @Test
    void closingWhileAJobRunsCancelsIt() throws Exception {
        Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)).warm());
        Relight relight = (Relight) engine.system("relight");
        RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
        Job job = engine.start(relight, opened, EXACT.withSteps(500), s -> {});
        engine.close();
        assertEquals(new JobStatus.Cancelled(), job.await());
        assertThrows(
                IllegalStateException.class, () -> engine.start(relight, opened, EXACT, s -> {}));
    }

    @Test
    void weightsStayUntilABusyWorkerEndsAlthoughClosingDoesNotWaitForIt() throws Exception {
        Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)));
        Relight relight = (Relight) engine.system("relight");
        RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
        CountDownLatch loaded = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<Run> busy = new AtomicReference<>();
        EditSystem<RelightSpec> slow =
                opening(
                        run -> {
                            relight.warmUp(run);
                            busy.set(run);
                            loaded.countDown();
                            awaited(closed);
                            rig(run);
                            return opened;
                        });
        CompletableFuture<RelightSpec> answer = engine.open(slow, PORTRAIT, EXACT);
        loaded.await();
        Thread.currentThread().interrupt(); // nobody waits for the worker
        engine.close();
        assertTrue(Thread.interrupted());
        engine.close();
        rig(busy.get());
        closed.countDown();
        assertSame(opened, answer.get(), "what it works with was there");
        while (thereStill(busy.get())) {
            Thread.onSpinWait(); // the weights go when the worker ends
        }
    }

    private static boolean thereStill(Run run) {
        try {
            rig(run);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rig(Run run) {
        run.network(
                "rig",
                weights -> {
                    throw new AssertionError("the weights were freed");
                });
    }

    /** The relighting system to those who look for a model, but opening a picture is this. */
    @SuppressWarnings("unchecked") // a proxy of the interface
    private static EditSystem<RelightSpec> opening(Function<Run, RelightSpec> work) {
        return (EditSystem<RelightSpec>)
                Proxy.newProxyInstance(
                        EditSystem.class.getClassLoader(),
                        new Class<?>[] {EditSystem.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("id")
                                        ? "relight"
                                        : work.apply((Run) arguments[1]));
    }

    @Test
    void aPictureOpenedInAnotherRoomLoadsThatRoomsModelOnceWhereModelsAreWarmed(
            @TempDir Path folder) throws Exception {
        TinyPack.write(folder.resolve("relight"), "tiny");
        TinySwapPack.bare(folder.resolve("faces"), "faces");
        EngineOptions cold = EngineOptions.DEFAULT.withModelFolders(List.of(folder));
        assertEquals(1, warmedByOpeningThreeTimes(cold.warm()));
        assertEquals(0, warmedByOpeningThreeTimes(cold));
    }

    @SuppressWarnings("unchecked")
    private static int warmedByOpeningThreeTimes(EngineOptions options) throws Exception {
        AtomicInteger warmed = new AtomicInteger();
        try (Engine engine = Engine.open(options)) {
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
            EditSystem<RelightSpec> faces =
                    (EditSystem<RelightSpec>)
                            Proxy.newProxyInstance(
                                    EditSystem.class.getClassLoader(),
                                    new Class<?>[] {EditSystem.class},
                                    (proxy, method, arguments) ->
                                            switch (method.getName()) {
                                                case "id" -> "swap-face";
                                                case "warmUp" -> {
                                                    warmed.incrementAndGet();
                                                    yield null; // of a void method
                                                }
                                                default -> opened;
                                            });
            for (int i = 0; i < 3; i++) { // the second waits for what comes behind the first
                assertSame(opened, engine.open(faces, PORTRAIT, EXACT).get());
            }
        }
        return warmed.get();
    }

    @Test
    void withoutAModelTheSentenceSaysWhereToPutOne(@TempDir Path empty) throws Exception {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(empty)))) {
            Relight relight = (Relight) engine.system("relight");
            ExecutionException e =
                    assertThrows(
                            ExecutionException.class,
                            () -> engine.open(relight, PORTRAIT, EXACT).get());
            assertInstanceOf(EditException.class, e.getCause());
            assertTrue(
                    e.getCause().getMessage().contains(empty.toString()),
                    e.getCause().getMessage());
        }
    }

    @Test
    void aModelThatIsNotThereIsNamed() throws Exception {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)))) {
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
            JobStatus status =
                    engine.start(relight, opened, EXACT.withModel("big"), s -> {}).await();
            assertEquals(
                    new JobStatus.Failed("No model 'big' is installed: choose one of tiny."),
                    status);
        }
    }

    @Test
    void aDeviceHasOneWorkerWhateverItIsCalled() {
        for (String name : List.of("auto", "cpu", "cuda", "gpu")) {
            assertEquals("cpu", Engine.worker(name, false), name + " without a GPU");
            assertEquals(
                    name.equals("cpu") ? "cpu" : "auto",
                    Engine.worker(name, true),
                    name + " with one");
        }
    }

    @Test
    void aDeviceThatIsNotThereIsRefusedByTheWorkerOfThoseThatAre() throws Exception {
        assumeTrue(Devices.nvidiaGpus() == 0, "there is a GPU here");
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)))) {
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
            JobStatus.Failed refused =
                    assertInstanceOf(
                            JobStatus.Failed.class,
                            engine.start(relight, opened, EXACT.withDevice("cuda"), s -> {})
                                    .await());
            assertTrue(refused.sentence().contains("--device cuda"), refused.sentence());
            picture(engine.start(relight, opened, EXACT.withDevice("cpu"), s -> {}).await());
        }
    }
}
