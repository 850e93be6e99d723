package mien.engine.checkpoint.storage;

/** A file that cannot be true; the message completes the sentence "it cannot be read: …". */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1;

    private final String advice;

    public Malformed(String message) {
        this(message, "download or copy it again");
    }

    /**
     * @param advice what to do about it
     */
    public Malformed(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }

    /** The same about one part of the file. */
    public Malformed about(String part) {
        return new Malformed("'" + part + "': " + getMessage(), advice);
    }

    /** Refuses what does not hold. */
    public static void expect(boolean holds, String otherwise) throws Malformed {
        if (!holds) {
            throw new Malformed(otherwise);
        }
    }
}
