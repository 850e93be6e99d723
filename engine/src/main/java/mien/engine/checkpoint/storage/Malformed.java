package mien.engine.checkpoint.storage;

/** A file that cannot be true; the message completes the sentence "it cannot be read: …". */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1;

    public Malformed(String message) {
        super(message);
    }

    /** Refuses what does not hold. */
    public static void expect(boolean holds, String otherwise) throws Malformed {
        if (!holds) {
            throw new Malformed(otherwise);
        }
    }
}
