package mien.app.document;

/** A document cannot be read or written; the message is one sentence: what, where, what to do. */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DocumentException(String message) {
        super(message);
    }

    public DocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
