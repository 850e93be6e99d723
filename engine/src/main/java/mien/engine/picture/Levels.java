package mien.engine.picture;

/** Eight-bit levels by truncation, as some of the published systems write them. */
public final class Levels {
    private Levels() {}

    /**
     * In float32, as DiffFace writes its results and DiffusionRig its album.
     *
     * @param unit a value; clamped to 0…1
     * @return the level below it, 0 to 255
     */
    public static int truncated(float unit) {
        return (int) (Math.max(0, Math.min(1, unit)) * 255);
    }
}
