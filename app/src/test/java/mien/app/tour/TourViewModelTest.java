package mien.app.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TourViewModelTest {

    private static final List<Stop> STOPS = List.of(new Stop("a", ".a"), new Stop("b", ".b"));

    private final AtomicInteger seen = new AtomicInteger();
    private final TourViewModel tour = new TourViewModel(STOPS, seen::incrementAndGet);

    @Test
    void itGoesForthAndBackAndEndsAfterTheLastStop() {
        assertEquals(0, tour.number());
        tour.start();
        assertEquals(1, tour.number());
        tour.back();
        assertEquals(1, tour.number(), "nothing is before the first");
        tour.next();
        assertEquals(Optional.of(STOPS.get(1)), tour.stopProperty().get());
        tour.back();
        tour.next();
        assertEquals(0, seen.get());
        tour.next();
        assertEquals(Optional.empty(), tour.stopProperty().get());
        assertEquals(1, seen.get());
    }

    @Test
    void leavingTwiceOrWithoutATourIsToldOnce() {
        tour.leave();
        assertEquals(0, seen.get());
        tour.start();
        tour.leave();
        tour.leave();
        assertEquals(1, seen.get());
        tour.start();
        assertEquals(1, tour.number(), "it can be taken again");
    }
}
