package mien.engine.edit;

/**
 * Thrown out of {@link Run#checkCancelled} when the person does not want the result any more; not
 * an error.
 */
public final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Cancelled() {
        super("Cancelled.", null, false, false); // no stack: cancelling is ordinary
    }

    /** With a sentence for the person, such as how to go on. */
    public Cancelled(String sentence, Cancelled cause) {
        super(sentence, cause);
    }
}
