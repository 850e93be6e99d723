package mien.engine.checkpoint.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final long MIB = 1L << 20;
    private static final int LEAD = (int) (ReadAhead.LEAD / MIB);
    private static final long SIZE = 1000 * MIB;

    private final List<Long> read = new ArrayList<>(); // in MiB
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private long now;
    private long takes = MIB; // a gigabyte a second
    private boolean broken;

    private final ReadAhead ahead = new ReadAhead(this::piece, SIZE, tasks::add, () -> now);

    private int piece(ByteBuffer into, long at) throws IOException {
        if (broken) {
            throw new IOException("the disk is gone");
        }
        read.add(at / MIB);
        now += takes;
        int count = (int) Math.min(into.remaining(), SIZE - at);
        into.position(count);
        return count == 0 ? -1 : count;
    }

    private void work() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    private static List<Long> range(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    @Test
    void itReadsOnFromWhereTheReaderIsAndNothingTwice() {
        ahead.follow(0, 4 * MIB);
        ahead.follow(4 * MIB, 6 * MIB); // meanwhile
        work();
        assertEquals(range(6, 6 + LEAD), read, "it begins behind the newest read");
        ahead.follow(6 * MIB, 16 * MIB);
        work();
        assertEquals(range(6, 16 + LEAD), read);
    }

    @Test
    void aReaderThatGoesElsewhereIsFollowed() {
        ahead.follow(0, 4 * MIB);
        work();
        read.clear();
        ahead.follow(700 * MIB, 701 * MIB);
        work();
        assertEquals(range(701, 701 + LEAD), read);
        read.clear();
        ahead.follow(0, 4 * MIB);
        work();
        assertEquals(range(4, 4 + LEAD), read);
    }

    @Test
    void itEndsWithTheFileOrWhenItIsTold() {
        ahead.follow(0, SIZE - 3 * MIB);
        work();
        assertEquals(range(997, 1000), read);
        ahead.follow(0, 4 * MIB);
        ahead.end();
        work();
        assertEquals(3, read.size());
    }

    @Test
    void headersAndOtherSmallThingsAreNotFollowed() {
        ahead.follow(0, ReadAhead.LEAST - 1);
        assertTrue(tasks.isEmpty());
    }

    @Test
    void ofWhatTheSystemHasAlreadyItTakesSamples() {
        takes = 1000;
        ahead.follow(0, 4 * MIB);
        work();
        assertEquals(LEAD / ReadAhead.SAMPLE, read.size());
    }

    @Test
    void aDiskThatFailsIsLeftToTheReader() {
        broken = true;
        ahead.follow(0, 4 * MIB);
        work();
        broken = false;
        ahead.follow(4 * MIB, 8 * MIB);
        work();
        assertEquals(List.of(), read);
    }
}
