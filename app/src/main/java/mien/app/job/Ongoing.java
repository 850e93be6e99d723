package mien.app.job;

/** Something that goes on and can be called off; doing so twice, or after its end, does nothing. */
@FunctionalInterface
public interface Ongoing {

    /** Nothing goes on. */
    Ongoing NOTHING = () -> {};

    void cancel();
}
