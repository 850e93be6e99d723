package mien.app.history;

import java.util.List;

/** What versions of a spec hold in memory besides themselves, such as painted masks. */
public interface Upkeep<S> {

    /**
     * A version is some steps away: what it does not share with those that are near may be packed.
     * Any thread.
     */
    void rest(S far, List<S> near);

    /** A version is near again: what was packed is unpacked, so that going there is quick. */
    void wake(S near);

    /** The bytes that a version holds and the one before it does not. */
    long added(S version, S before);

    /** Of specs that hold nothing worth the trouble. */
    static <S> Upkeep<S> none() {
        return new Upkeep<>() {
            @Override
            public void rest(S far, List<S> near) {}

            @Override
            public void wake(S near) {}

            @Override
            public long added(S version, S before) {
                return 0;
            }
        };
    }
}
