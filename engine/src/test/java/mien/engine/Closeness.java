package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How near our numbers are to the original's. */
public final class Closeness {
    private Closeness() {}

    /**
     * ‖ours − golden‖ / ‖golden‖.
     *
     * @param ours our values
     * @param golden the original's
     * @return the relative distance
     */
    public static double relative(float[] ours, float[] golden) {
        assertEquals(golden.length, ours.length, "number of values");
        double difference = 0;
        double size = 0;
        for (int i = 0; i < ours.length; i++) {
            difference += Math.pow((double) ours[i] - golden[i], 2);
            size += Math.pow(golden[i], 2);
        }
        return Math.sqrt(difference) / Math.max(Math.sqrt(size), 1e-12);
    }

    /**
     * @param what named in the failure
     * @param bound relative distance allowed
     * @param ours our values
     * @param golden the original's
     */
    public static void assertRelative(String what, double bound, float[] ours, float[] golden) {
        double distance = relative(ours, golden);
        assertTrue(distance < bound, () -> what + " is off by " + distance);
    }

    /**
     * @param what named in the failure
     * @param bound difference allowed for each value
     * @param ours our values
     * @param golden the original's
     */
    public static void assertAbsolute(String what, double bound, float[] ours, float[] golden) {
        assertEquals(golden.length, ours.length, what);
        for (int i = 0; i < ours.length; i++) {
            assertEquals(golden[i], ours[i], bound, what + " at " + i);
        }
    }
}
