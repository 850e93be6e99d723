package mien.engine.world;

/** What is worn on the upper body. */
public enum Garment {
    CREW("t-shirt"),
    V_NECK("v-neck top"),
    SCOOP("scoop-neck top"),
    SHIRT("shirt"),
    HOODIE("hoodie"),
    TURTLENECK("turtleneck"),
    DRESS("dress"),
    JACKET("jacket");

    private final String words;

    Garment(String words) {
        this.words = words;
    }

    /**
     * @return how a caption says it
     */
    public String words() {
        return words;
    }
}
