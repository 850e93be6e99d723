package mien.app.document;

import mien.app.text.Saying;

/** What is wrong inside a document, to be completed by whoever knows which document it is. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Saying what;
    private final transient Saying advice;

    /**
     * @param key of half a sentence, such as "picture 1a2b… is damaged"
     * @param values what is filled in
     */
    public Malformed(String key, Object... values) {
        this(Saying.of(key, values), Saying.of("damage.older"));
    }

    /**
     * @param advice what the person can do
     */
    Malformed(Saying what, Saying advice) {
        super(what.english());
        this.what = what;
        this.advice = advice;
    }

    Saying what() {
        return what;
    }

    Saying advice() {
        return advice;
    }
}
