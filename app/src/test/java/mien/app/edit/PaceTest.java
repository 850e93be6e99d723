package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void whatIsLeftFollowsFromTheStepsAfterTheFirst() {
        Pace pace = new Pace(0);
        pace.step(900_000_000); // the first one also prepares
        assertTrue(pace.left(19).isEmpty());
        pace.step(1_000_000_000);
        pace.step(1_100_000_000);
        assertEquals(Optional.of(Duration.ofMillis(1700)), pace.left(17));
        assertEquals(Duration.ofMillis(1100), pace.since(1_100_000_000));
    }
}
