package mien.app.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Files damaged at random: each must be read, or refused in one sentence, within seconds. */
public final class Damage {

    private static final int FILES = Integer.getInteger("mien.fuzz", 300);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long[] EXTREMES = {
        0, 1, -1, 0xff, 0x7fff, 0xffff, Integer.MAX_VALUE, 0xffffffffL, 1L << 32, Long.MAX_VALUE
    };

    private Damage() {}

    /**
     * @param reader throws {@link DocumentException} for what it refuses
     * @return how many were refused
     */
    public static int over(long seed, List<byte[]> sound, Consumer<byte[]> reader) {
        Random random = new Random(seed);
        sound.forEach(reader); // must be read
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] damaged = sound.get(i % sound.size()).clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                damaged = once(damaged, random);
            }
            byte[] file = damaged;
            try {
                assertTimeout(LONGEST, () -> reader.accept(file), "file " + i);
            } catch (DocumentException e) {
                sentence(e.getMessage());
                refused++;
            }
        }
        return refused;
    }

    /** One sentence for the person at the screen. */
    public static void sentence(String message) {
        assertTrue(message.endsWith("."), message);
        assertTrue(message.length() <= 500, message);
        assertEquals(1, message.lines().count(), message);
    }

    private static byte[] once(byte[] in, Random random) {
        if (in.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(in.length);
        int few = Math.min(1 + random.nextInt(32), in.length - at);
        switch (random.nextInt(6)) {
            case 0 -> in[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(in, at, at + few, (byte) random.nextInt());
            case 2 -> {
                long number = EXTREMES[random.nextInt(EXTREMES.length)];
                for (int i = 0; i < Math.min(few, 8); i++) {
                    in[at + i] = (byte) (number >> 8 * i);
                }
            }
            case 3 -> {
                return Arrays.copyOf(in, at); // cut short
            }
            case 4 -> {
                byte[] longer = Arrays.copyOf(in, in.length + few); // a piece comes twice
                System.arraycopy(in, at, longer, at + few, in.length - at);
                return longer;
            }
            default -> {
                byte[] shorter = Arrays.copyOf(in, in.length - few); // a piece is missing
                System.arraycopy(in, at + few, shorter, at, in.length - at - few);
                return shorter;
            }
        }
        return in;
    }
}
