package mien.app.document;

import java.util.Optional;

/**
 * How the open document is looked at: kept with the next commit or save, and no reason to save.
 * Belongs to the window's thread.
 */
public final class Views {

    private View now = View.FITTED;
    private Optional<View> unseen = Optional.empty();

    /** A document is shown: it is to be looked at as it was left. */
    void show(DocumentState next) {
        unseen = Optional.of(next.view());
    }

    /** The view moved. Nothing is kept before a document was seen as it was left. */
    public void look(View moved) {
        if (unseen.isEmpty()) {
            now = moved;
        }
    }

    /** How a document that is just shown was looked at, once: from now on it is looked at so. */
    public Optional<View> first() {
        Optional<View> first = unseen;
        first.ifPresent(v -> now = v);
        unseen = Optional.empty();
        return first;
    }

    /** A document as it is looked at. */
    DocumentState on(DocumentState state) {
        return state.withView(unseen.orElse(now));
    }
}
