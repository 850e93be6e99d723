package mien.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestStatusTest {

    @Test
    void onlyTheNewestArrivesAndOneDeliveryIsPendingAtMost() {
        Queue<Runnable> window = new ArrayDeque<>();
        List<Integer> heard = new ArrayList<>();
        LatestStatus<Integer> latest = new LatestStatus<>(window::add, heard::add);
        for (int i = 1; i <= 5; i++) {
            latest.offer(i);
        }
        assertEquals(1, window.size());
        window.remove().run();
        latest.offer(6);
        window.remove().run();
        assertEquals(List.of(5, 6), heard);
    }

    @Test
    void theLastValueAlwaysArrivesWhateverTheThreadsDo() throws InterruptedException {
        ExecutorService window = Executors.newSingleThreadExecutor();
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        LatestStatus<Integer> latest = new LatestStatus<>(window, heard::add);
        for (int i = 0; i <= 100_000; i++) {
            latest.offer(i);
        }
        window.shutdown();
        window.awaitTermination(10, TimeUnit.SECONDS);
        assertEquals(100_000, heard.get(heard.size() - 1));
        assertEquals(
                heard.stream().sorted().toList(), heard, "never an older one after a newer one");
    }
}
