package mien.engine.picture.pose;

/** A pose that cannot be read or kept; the message says what, where and what to do. */
public final class PoseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one clear sentence for the person at the screen
     */
    public PoseException(String message) {
        super(message);
    }

    /**
     * @param message one clear sentence for the person at the screen
     * @param cause what the system said
     */
    public PoseException(String message, Throwable cause) {
        super(message, cause);
    }
}
