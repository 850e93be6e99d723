package mien.engine.evaluate.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mien.engine.edit.Readings;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class BenchRunTest {

    @Test
    void nobodyWhoDoesNotLookPaysForAPreview() {
        try (BenchRun run = new BenchRun(RunSettings.DEFAULT, BenchRun.NO_PACK)) {
            AtomicInteger made = new AtomicInteger();
            run.watch(false);
            publish(run, made);
            assertEquals(0, made.get());
            assertEquals(0, run.previews().length);
            run.watch(true);
            publish(run, made);
            assertEquals(2, made.get(), "a picture and its meters");
            assertEquals(1, run.previews().length);
        }
    }

    private static void publish(BenchRun run, AtomicInteger made) {
        run.publish(
                1,
                2,
                () -> {
                    made.incrementAndGet();
                    return Picture.filled(1, 1, 0);
                },
                seen -> {
                    made.incrementAndGet();
                    return new Readings(Map.of());
                });
    }
}
