package mien.engine.picture;

/** Told how far a file is; stops the writing by throwing. */
@FunctionalInterface
public interface WriteProgress {

    /** Nobody looks. */
    WriteProgress NONE = share -> {};

    /**
     * @param share of the work that is done, 0 to 1
     * @throws java.util.concurrent.CancellationException if it should end here
     */
    void at(double share);
}
