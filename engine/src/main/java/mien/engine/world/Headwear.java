package mien.engine.world;

/** What is worn on the head. */
public enum Headwear {
    NONE(""),
    BEANIE("a beanie"),
    CAP("a cap"),
    HAT("a hat"),
    HEADSCARF("a headscarf");

    private final String words;

    Headwear(String words) {
        this.words = words;
    }

    /**
     * @return how a caption says it
     */
    public String words() {
        return words;
    }
}
