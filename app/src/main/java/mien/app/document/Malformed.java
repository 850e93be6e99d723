package mien.app.document;

/** What is wrong inside a document, to be completed by whoever knows which document it is. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String advice;

    /**
     * @param what half a sentence, such as "picture 1a2b… is damaged"
     */
    public Malformed(String what) {
        this(what, "open an older copy of it");
    }

    /**
     * @param advice what the person can do
     */
    Malformed(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
