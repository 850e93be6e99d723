package mien.engine.world;

/** What is worn before the eyes. */
public enum Glasses {
    NONE("", 0),
    THIN("thin glasses", 0.1f),
    THICK("thick glasses", 0.22f),
    ROUND("round glasses", 0.14f),
    DARK("dark glasses", 0.2f);

    private final String words;
    private final float tube;

    Glasses(String words, float tube) {
        this.words = words;
        this.tube = tube;
    }

    /**
     * @return how a caption says it
     */
    public String words() {
        return words;
    }

    /** Radius of the frame, centimetres. */
    float tube() {
        return tube;
    }
}
