package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mien.engine.edit.EditException;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Memory really runs out here: the job says so, and the next one works. */
@Timeout(60)
class OutOfMemoryTest {

    private static final long PETABYTE = 1L << 50;
    private static final JobQueue.Request ANY =
            new JobQueue.Request(RunSettings.DEFAULT, NoPack::new);

    private final Networks networks = new Networks();
    private final JobQueue queue = new JobQueue("cpu", networks);

    @AfterEach
    void close() {
        queue.close();
        networks.close();
    }

    @Test
    void atATensorThatNoMachineHolds() throws InterruptedException {
        assertSaysSoAndGoesOn(
                manager -> manager.zeros(new Shape(PETABYTE), DataType.FLOAT32).toFloatArray());
    }

    @Test
    void inAnOperatorOfOurOwn() throws InterruptedException {
        assertSaysSoAndGoesOn(
                manager -> {
                    NDArray row = manager.ones(new Shape(1, 1, 1, 1 << 24));
                    return Aten.bilinear(row, 1 << 24, 1 << 24).toFloatArray();
                });
    }

    @Test
    void inTheJavaHeap() throws InterruptedException {
        assertSaysSoAndGoesOn(
                manager -> {
                    List<long[]> all = new ArrayList<>();
                    while (true) {
                        all.add(new long[Integer.MAX_VALUE - 8]); // 16 GiB
                    }
                });
    }

    private void assertSaysSoAndGoesOn(Function<NDManager, Object> greedy)
            throws InterruptedException {
        JobStatus.Failed failed =
                assertInstanceOf(
                        JobStatus.Failed.class, queue.start(ANY, job(greedy), s -> {}).await());
        assertTrue(
                failed.sentence().startsWith("There is not enough memory for this edit:"),
                failed.sentence());
        assertEquals(EditException.Reason.MACHINE, failed.reason());
        assertInstanceOf(
                JobStatus.Done.class,
                queue.start(ANY, job(OutOfMemoryTest::modest), s -> {}).await(),
                "the next one works");
    }

    private static Object modest(NDManager manager) {
        return Aten.silu(manager.ones(new Shape(1, 3, 8, 8))).toFloatArray();
    }

    private static Function<Run, Picture> job(Function<NDManager, Object> work) {
        return run -> {
            try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
                assertTrue(work.apply(manager) != null);
            }
            return Picture.filled(4, 4, 0xff808080);
        };
    }
}
