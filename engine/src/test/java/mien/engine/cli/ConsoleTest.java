package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mien.engine.edit.Cancelled;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void aBarIsDrawnOnlyForAPerson() {
        StringWriter watched = new StringWriter();
        StringWriter piped = new StringWriter();
        for (boolean person : new boolean[] {true, false}) {
            try (ProgressBar bar =
                    new ProgressBar(new PrintWriter(person ? watched : piped), "relight", person)) {
                bar.show(10, 20);
            }
        }
        assertEquals("", piped.toString());
        assertTrue(
                watched.toString()
                        .contains("relight " + "█".repeat(15) + "░".repeat(15) + " 10/20"));
        assertTrue(watched.toString().endsWith("\r\u001b[K"), "the bar is taken away");
    }

    @Test
    void whatRunsIsEndedOnceAndWhatIsOverIsNot() {
        Interrupt interrupt = new Interrupt();
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger over = new AtomicInteger();
        interrupt.during(over::incrementAndGet).close();
        interrupt.during(ended::incrementAndGet);
        interrupt.check();
        interrupt.request();
        assertEquals(1, ended.get());
        assertEquals(0, over.get());
        assertThrows(Cancelled.class, interrupt::check);
    }

    @Test
    void whatBeginsAfterCtrlCIsEndedAtOnce() {
        Interrupt interrupt = new Interrupt();
        interrupt.request();
        AtomicInteger ended = new AtomicInteger();
        interrupt.during(ended::incrementAndGet).close();
        assertEquals(1, ended.get());
    }

    @Test
    void aChildStopsWhenItIsToldToOrLeftAlone() throws InterruptedException {
        for (String input : new String[] {"stop\nmore\n", "something else\n"}) {
            Interrupt interrupt = new Interrupt();
            CountDownLatch ended = new CountDownLatch(1);
            interrupt.during(ended::countDown);
            ParentWatch.begin(
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), interrupt);
            assertTrue(ended.await(10, TimeUnit.SECONDS), input);
        }
    }
}
