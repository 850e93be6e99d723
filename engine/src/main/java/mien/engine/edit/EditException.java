package mien.engine.edit;

/**
 * What was asked for cannot be done; the message is one clear sentence: what, where, what to do.
 */
public final class EditException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Whose turn it is to change something. */
    public enum Reason {
        /** The person's: a picture, a value, a model. */
        REQUEST,
        /** The machine's: its memory or its device does not suffice. */
        MACHINE,
        /** Ours: an error in Mien. */
        DEFECT
    }

    private final Reason reason;

    /** Something about what was asked for. */
    public EditException(String message) {
        this(message, Reason.REQUEST);
    }

    /** Something about what was asked for. */
    public EditException(String message, Throwable cause) {
        super(message, cause);
        reason = Reason.REQUEST;
    }

    public EditException(String message, Reason reason) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
