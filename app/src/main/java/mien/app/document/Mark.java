package mien.app.document;

/**
 * A version that was starred.
 *
 * @param label what the person calls it; may be empty
 * @param at its place in the stack
 * @param edit the version, with its result
 */
public record Mark(String label, int at, Edit edit) {

    public Mark {
        label = DocumentNames.tidy(label);
        if (at < 0) {
            throw new IllegalArgumentException("a mark is at a place from 0, but got " + at);
        }
    }
}
