package mien.engine.world;

/** How hair is worn. */
public enum HairStyle {
    BALD("no hair"),
    BUZZ("a buzz cut"),
    SHORT("short hair"),
    SIDE_PART("side-parted hair"),
    FRINGE("short hair with a fringe"),
    BOB("a bob"),
    SHOULDER("shoulder-length hair"),
    LONG("long hair"),
    CURLY("curly hair"),
    AFRO("an afro"),
    BUN("hair in a bun"),
    PONYTAIL("a ponytail"),
    BRAIDS("braids");

    private final String words;

    HairStyle(String words) {
        this.words = words;
    }

    /**
     * @return how a caption says it
     */
    public String words() {
        return words;
    }
}
