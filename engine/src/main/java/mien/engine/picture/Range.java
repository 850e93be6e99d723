package mien.engine.picture;

/** The range in which float pictures hold black and white. */
public enum Range {
    /** Black 0, white 1. */
    UNIT,
    /** Black −1, white 1: what the diffusion networks see. */
    SIGNED;

    /**
     * @param level an 8-bit level, 0 to 255
     * @return the level in this range
     */
    public float of(int level) {
        float unit = level / 255f;
        return this == UNIT ? unit : 2 * unit - 1;
    }

    /**
     * Eight-bit conversion: v·255 + 0.5, clamped to 0…255, truncated; not-a-number becomes 0.
     *
     * @param value a value in this range; values outside are clamped
     * @return the 8-bit level, 0 to 255
     */
    public int level(float value) {
        float unit = this == UNIT ? value : (value + 1) / 2;
        return (int) Math.max(0, Math.min(255, unit * 255 + 0.5f));
    }
}
