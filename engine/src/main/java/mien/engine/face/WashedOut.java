package mien.engine.face;

/**
 * What DiffFace shows its landmark detector: a function for pictures in [−1, 1] applied to one in
 * [0, 1], so that black is grey and pure white falls over to black (reference diffface.md §5).
 */
public final class WashedOut {
    private WashedOut() {}

    /**
     * @param unit a value, 0 to 1
     * @return its 8-bit level, 128 to 255, or 0 for 1
     */
    public static int level(float unit) {
        return (int) (unit * 128 + 128) & 0xff;
    }
}
