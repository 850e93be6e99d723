package mien.app.history;

/** What versions of a spec hold in memory besides themselves, such as painted masks. */
public interface Upkeep<S> {

    /**
     * A version was left: what it does not share with the one looked at may be packed. Any thread.
     */
    void rest(S left, S now);

    /** The bytes that a version holds and the one before it does not. */
    long added(S version, S before);

    /** Of specs that hold nothing worth the trouble. */
    static <S> Upkeep<S> none() {
        return new Upkeep<>() {
            @Override
            public void rest(S left, S now) {}

            @Override
            public long added(S version, S before) {
                return 0;
            }
        };
    }
}
