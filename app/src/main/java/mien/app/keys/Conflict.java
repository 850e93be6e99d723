package mien.app.keys;

/**
 * Two actions that the same keys ask for.
 *
 * @param gesture the keys
 * @param first what they ask for
 * @param second what they ask for as well
 * @param shadowed whether the places differ: then the keys mean the one of the inner place there,
 *     which is often what is wanted; else only one of the two is ever heard
 */
public record Conflict(Gesture gesture, KeyAction first, KeyAction second, boolean shadowed) {

    public boolean concerns(String id) {
        return first.id().equals(id) || second.id().equals(id);
    }

    /** The other one of the two. */
    public KeyAction besides(String id) {
        return first.id().equals(id) ? second : first;
    }
}
