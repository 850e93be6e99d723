package mien.app.document;

import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;

/** A document cannot be read or written; the message is one sentence: what, where, what to do. */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DocumentException(String message) {
        super(message);
    }

    public DocumentException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, in a sentence for people; a defect of Mien goes to the log and says so. */
    static String sentence(Throwable e) {
        Throwable cause =
                e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof DocumentException) {
            return cause.getMessage();
        }
        LoggerFactory.getLogger(DocumentException.class).error("a document's work", cause);
        return "By an error in Mien something went wrong with the document (%s): the log has the details, please report it."
                .formatted(cause);
    }
}
