package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue that is held while its order is changed. */
@Timeout(30)
class WaitingLineTest {

    private static final Picture GREY = Picture.filled(2, 2, 0xff808080);

    private final Networks networks = new Networks();
    private final JobQueue queue = new JobQueue("cpu", networks);
    private final List<String> order = new CopyOnWriteArrayList<>();
    private Job a;
    private Job b;
    private Job c;

    private static JobQueue.Request any() {
        return new JobQueue.Request(RunSettings.DEFAULT, NoPack::new);
    }

    private Job edit(String name) {
        return queue.start(
                any(),
                run -> {
                    order.add(name);
                    return GREY;
                },
                s -> {});
    }

    @BeforeEach
    void threeWait() {
        queue.hold();
        a = edit("a");
        b = edit("b");
        c = edit("c");
    }

    @AfterEach
    void close() {
        queue.close();
        networks.close();
    }

    @Test
    void heldEditsWaitAndQuestionsAreAnsweredMeanwhile() throws Exception {
        assertEquals("yes", queue.ask(any(), run -> "yes").get());
        assertEquals(List.of(), order);
        assertTrue(queue.held());
        assertEquals(List.of(a, b, c), queue.waiting());
        queue.release();
        assertInstanceOf(JobStatus.Done.class, c.await());
        assertEquals(List.of("a", "b", "c"), order);
        assertEquals(List.of(), queue.waiting());
    }

    @Test
    void theLastCanBecomeTheNextAndTheNextTheLast() throws InterruptedException {
        assertTrue(queue.move(c, 0));
        assertEquals(List.of(c, a, b), queue.waiting());
        assertTrue(queue.move(c, 2));
        assertTrue(queue.move(a, 99));
        assertEquals(List.of(b, c, a), queue.waiting());
        queue.release();
        a.await();
        assertEquals(List.of("b", "c", "a"), order);
    }

    @Test
    void whoIsCancelledOrDoneIsNotInTheLine() throws InterruptedException {
        b.cancel();
        assertEquals(List.of(a, c), queue.waiting());
        assertFalse(queue.move(b, 0));
        assertTrue(queue.move(c, 0), "the others still move");
        queue.release();
        a.await();
        assertFalse(queue.move(a, 0));
        assertEquals(List.of("c", "a"), order);
    }

    @Test
    void closingEndsAHeldQueue() throws InterruptedException {
        queue.close();
        assertEquals(new JobStatus.Cancelled(), a.await());
        assertEquals(List.of(), order);
    }
}
