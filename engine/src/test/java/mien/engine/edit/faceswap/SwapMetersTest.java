package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the experts are asked what has become of a face. */
class SwapMetersTest {

    @Test
    void aShortWalkIsAskedForLikenessAtEveryStepAndForTheRestNowAndThen() {
        int steps = 17;
        assertEquals(
                IntStream.rangeClosed(1, steps).boxed().toList(),
                IntStream.rangeClosed(1, steps)
                        .filter(k -> SwapMeters.asksLikeness(k, steps))
                        .boxed()
                        .toList());
        assertEquals(
                List.of(5, 10, 15, 17),
                IntStream.rangeClosed(1, steps)
                        .filter(k -> SwapMeters.asksAll(k, steps))
                        .boxed()
                        .toList());
    }

    @Test
    void aLongWalkIsNotAskedMoreOften() {
        for (int steps : new int[] {75, 300, 1000}) {
            int all = steps;
            long likeness =
                    IntStream.rangeClosed(1, all)
                            .filter(k -> SwapMeters.asksLikeness(k, all))
                            .count();
            long rest =
                    IntStream.rangeClosed(1, all).filter(k -> SwapMeters.asksAll(k, all)).count();
            assertEquals(25, likeness, 1, steps + " steps");
            assertEquals(10, rest, 1, steps + " steps");
        }
    }
}
