package mien.engine.evaluate.bench;

/** What some benchmarks tell besides time and memory. */
public enum Figure {
    /** For whole edits: median time to the first preview, milliseconds. */
    FIRST_PREVIEW("first_preview_ms", "first preview %.0f ms", 1),
    /** For previews: by what share of itself an edit with them takes longer than one without. */
    OVERHEAD("overhead", "an edit takes %.1f %% longer with them", 100),
    /** For cancelled edits: how long one step takes, milliseconds. */
    STEP("step_ms", "a step %.0f ms", 1),
    /** For cancelled edits: how many never ended. */
    STUCK("stuck", "stuck %.0f", 1),
    /**
     * For many edits in a row: by what share of itself the memory that was held after the first of
     * them had grown after the last.
     */
    GROWTH("memory_growth", "memory grew by %.1f %%", 100),
    /** For files: median time to read all of it into one small buffer, milliseconds. */
    READING("reading_ms", "reading alone %.0f ms", 1),
    /** The same as the median of the benchmark, when the system has nothing of the file. */
    FROM_DISK("from_disk_ms", "from the disk %.0f ms", 1),
    /** The same as {@link #READING}, when the system has nothing of the file. */
    READING_FROM_DISK("reading_from_disk_ms", "reading alone from the disk %.0f ms", 1);

    private final String key;
    private final String words;
    private final double factor;

    Figure(String key, String words, double factor) {
        this.key = key;
        this.words = words;
        this.factor = factor;
    }

    /** Its name in a report for programs. */
    public String key() {
        return key;
    }

    /** A value of it for people. */
    public String told(double value) {
        return words.formatted(factor * value);
    }
}
