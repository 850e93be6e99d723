package mien.engine.evaluate.bench;

/** A benchmark cannot run here; the message says why. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unavailable(String reason) {
        super(reason);
    }
}
