package mien.engine.edit;

/** What was asked for cannot be done; the message is one clear sentence: what, where, what to do. */
public final class EditException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EditException(String message) {
        super(message);
    }

    public EditException(String message, Throwable cause) {
        super(message, cause);
    }
}
