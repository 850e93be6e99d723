package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Damaged files for readers: each must be read or refused in one sentence, in little time and
 * little memory. {@code -Dmien.fuzz=N} asks for N files a reader; without it the tests take a few
 * hundred.
 *
 * @param seed of the damage
 * @param mostBytes how much memory one file may take while it is read
 * @param refusal the one exception that says no
 */
public record Mutations(long seed, long mostBytes, Class<? extends RuntimeException> refusal) {
    private static final Logger LOG = LoggerFactory.getLogger(Mutations.class);
    private static final int SHORT_FORM = 300;
    private static final double MOST_SECONDS = 5;
    private static final int LONGEST_SENTENCE = 500;

    /** Numbers that readers stumble over. */
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffffffffL,
        1L << 32,
        1L << 48,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    /**
     * @param sound files to damage
     * @param reader reads the whole of a file
     * @return how many of the files were refused
     */
    public int over(List<byte[]> sound, Consumer<byte[]> reader) {
        Random random = new Random(seed);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (byte[] whole : sound) {
            reader.accept(whole); // must not be refused, and warms up
        }
        int refused = 0;
        long largest = 0;
        double longest = 0;
        int files = Integer.getInteger("mien.fuzz", SHORT_FORM);
        for (int i = 0; i < files; i++) {
            byte[] damaged = damaged(sound.get(i % sound.size()), random);
            long allocated = thread.getCurrentThreadAllocatedBytes();
            long start = thread.getCurrentThreadCpuTime();
            try {
                reader.accept(damaged);
            } catch (RuntimeException e) {
                assertEquals(refusal, e.getClass(), () -> "file " + e);
                sentence(e.getMessage());
                refused++;
            }
            long took = thread.getCurrentThreadAllocatedBytes() - allocated;
            assertTrue(took <= mostBytes, "file " + i + " took " + took + " bytes");
            double seconds = (thread.getCurrentThreadCpuTime() - start) / 1e9;
            assertTrue(seconds < MOST_SECONDS, "file " + i + " took " + seconds + " s");
            largest = Math.max(largest, took);
            longest = Math.max(longest, seconds);
        }
        LOG.info(
                "{} damaged files: {} refused, each at most {} KiB and {} ms",
                files,
                refused,
                largest >> 10,
                Math.round(1e3 * longest));
        return refused;
    }

    /** One sentence for the person at the screen. */
    public static void sentence(String message) {
        assertTrue(message.endsWith("."), message);
        assertTrue(message.length() <= LONGEST_SENTENCE, message);
        assertEquals(1, message.lines().count(), message);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int k = 1 + random.nextInt(4); k > 0; k--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] in, Random random) {
        if (in.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(in.length);
        switch (random.nextInt(8)) {
            case 0 -> in[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> in[at] = (byte) random.nextInt();
            case 2 -> Arrays.fill(in, at, Math.min(in.length, at + random.nextInt(64)), (byte) 0);
            case 3, 4 -> write(in, at, EXTREMES[random.nextInt(EXTREMES.length)], random);
            case 5 -> {
                return Arrays.copyOf(in, at); // cut short
            }
            case 6 -> {
                int from = random.nextInt(in.length); // a piece moves
                int count = Math.min(random.nextInt(64), in.length - Math.max(from, at));
                System.arraycopy(in.clone(), from, in, at, count);
            }
            default -> {
                int count = 1 + random.nextInt(16); // bytes come in between
                byte[] longer = Arrays.copyOf(in, in.length + count);
                System.arraycopy(in, at, longer, at + count, in.length - at);
                return longer;
            }
        }
        return in;
    }

    /** A number of 2, 4 or 8 bytes in either order. */
    private static void write(byte[] in, int at, long value, Random random) {
        int count = 2 << random.nextInt(3);
        boolean little = random.nextBoolean();
        for (int i = 0; i < count && at + i < in.length; i++) {
            in[at + i] = (byte) (value >> 8 * (little ? i : count - 1 - i));
        }
    }
}
