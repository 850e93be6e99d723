package mien.app.document;

import java.util.concurrent.CompletionException;
import mien.app.text.Saying;
import org.slf4j.LoggerFactory;

/** A document cannot be read or written; it says in one sentence what, where, what to do. */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Saying saying;

    public DocumentException(Saying saying) {
        super(saying.english());
        this.saying = saying;
    }

    public DocumentException(Saying saying, Throwable cause) {
        super(saying.english(), cause);
        this.saying = saying;
    }

    /** The sentence, in any language. */
    public Saying saying() {
        return saying;
    }

    /** What went wrong, in a sentence for people; a defect of Mien goes to the log and says so. */
    public static Saying saying(Throwable e) {
        Throwable cause =
                e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof DocumentException failure) {
            return failure.saying;
        }
        LoggerFactory.getLogger(DocumentException.class).error("a document's work", cause);
        return Saying.of("failure.document", cause.toString());
    }
}
