package mien.engine.evaluate.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void quantilesLieBetweenTheNearestTimes() {
        Times t = Times.of(5, 1, 3, 2, 4);
        assertEquals(3, t.p50());
        assertEquals(4.8, t.p95(), 1e-9);
        assertEquals(2.5, Times.of(2, 3).p50());
        assertEquals(7, Times.of(7).p95());
    }

    @Test
    void aTimeOfManyPiecesIsDividedAmongThem() {
        assertEquals(0.75, Times.of(2, 3, 4).per(4).p50());
    }

    @Test
    void warmUpIsRunButNotMeasured() {
        AtomicInteger runs = new AtomicInteger();
        Times t =
                Times.measured(
                        2,
                        3,
                        () -> {
                            if (runs.incrementAndGet() <= 2) {
                                pause(400);
                            }
                        });
        assertEquals(5, runs.get());
        assertTrue(t.p95() < 300, "the slow first runs were measured: " + t.p95());
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noTimesAreNoMeasurement() {
        assertThrows(IllegalArgumentException.class, () -> Times.of());
    }
}
