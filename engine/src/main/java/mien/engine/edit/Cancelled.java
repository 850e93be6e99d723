package mien.engine.edit;

/**
 * Thrown out of {@link Run#checkCancelled} when the person does not want the result any more; not
 * an error.
 */
public final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Cancelled() {
        super("cancelled", null, false, false); // no stack: cancelling is ordinary
    }
}
