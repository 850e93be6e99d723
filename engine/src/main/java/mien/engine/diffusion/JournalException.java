package mien.engine.diffusion;

/** A journal cannot be gone on from; the message is a whole sentence for the user. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    JournalException(String sentence) {
        super(sentence);
    }
}
