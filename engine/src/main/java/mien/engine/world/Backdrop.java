package mien.engine.world;

/** What stands behind a person. */
public enum Backdrop {
    PLAIN("a plain background"),
    GRADIENT("a studio background"),
    WINDOW("a wall with window light"),
    ROOM("a room"),
    FOLIAGE("foliage"),
    BOKEH("city lights");

    private final String words;

    Backdrop(String words) {
        this.words = words;
    }

    /**
     * @return how a caption says it
     */
    public String words() {
        return words;
    }
}
