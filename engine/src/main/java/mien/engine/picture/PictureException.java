package mien.engine.picture;

/** A picture that cannot be read or written; the message says what, where and what to do. */
public final class PictureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one clear sentence for the person at the screen
     */
    public PictureException(String message) {
        super(message);
    }

    /**
     * @param message one clear sentence for the person at the screen
     * @param cause what the system said
     */
    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
