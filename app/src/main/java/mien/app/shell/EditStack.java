package mien.app.shell;

import java.util.Optional;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.Edit;
import mien.app.document.LiveEdit;
import mien.app.edit.EditViewModel;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;

/**
 * The edits of the open document, one after the other, and the one that is worked on. Belongs to
 * the window's thread.
 */
final class EditStack {

    private final DocumentViewModel documents;
    private int place;

    EditStack(DocumentViewModel documents) {
        this.documents = documents;
    }

    /** Which edit is worked on, from 0. */
    int place() {
        return place;
    }

    private Optional<DocumentState> state() {
        return documents.stateProperty().get();
    }

    /** A picture becomes a document without edits. */
    void begin(Document picture) {
        documents.begin(picture.name(), picture.picture());
        place = 0;
    }

    /** Goes to the edit that the document was left with. */
    Optional<Edit> enter(DocumentState state) {
        place = state.active();
        return state.current();
    }

    /** Goes behind the last edit, for another one. */
    void append() {
        state().filter(s -> s.outcome().isPresent()).ifPresent(s -> place = s.edits().size());
    }

    /**
     * Goes behind the last edit if the one worked on belongs to another system.
     *
     * @return whether it did
     */
    boolean appendFor(String system) {
        Optional<DocumentState> others =
                state().filter(s -> place < s.edits().size())
                        .filter(s -> !s.edits().get(place).system().equals(system));
        others.ifPresent(s -> append());
        return others.isPresent();
    }

    /** Whether another edit follows the one worked on. */
    boolean followed() {
        return state().filter(s -> place + 1 < s.edits().size()).isPresent();
    }

    /**
     * The result becomes what a further edit begins with.
     *
     * @return whether there is a result
     */
    boolean next() {
        boolean made =
                state().filter(s -> place < s.edits().size())
                        .flatMap(s -> s.edits().get(place).result())
                        .isPresent();
        place += made ? 1 : 0;
        return made;
    }

    /**
     * Chooses the edit to work on.
     *
     * @return whether there is another one there
     */
    boolean choose(int edit) {
        Optional<DocumentState> there =
                state().filter(s -> edit != place && edit >= 0 && edit < s.edits().size());
        there.ifPresent(s -> documents.commit(s.withActive(edit)));
        return there.isPresent();
    }

    /**
     * Takes an edit out; those after it are made anew.
     *
     * @return whether it was there
     */
    boolean remove(int edit) {
        Optional<DocumentState> there = state().filter(s -> edit >= 0 && edit < s.edits().size());
        there.ifPresent(s -> documents.commit(s.withoutEdit(edit)));
        return there.isPresent();
    }

    /** What the edit that is worked on begins with. */
    Optional<Document> source() {
        return state().map(s -> new Document(s.name(), picture(s)));
    }

    private Picture picture(DocumentState s) {
        return s.source(Math.min(place, s.edits().size())).orElse(s.picture());
    }

    /** What was settled becomes part of the document. */
    <S extends EditSpec> void commit(EditViewModel<S> model, Optional<String> pack) {
        LiveEdit<S> now =
                new LiveEdit<>(
                        model.system(),
                        model.spec(),
                        model.settingsProperty().get(),
                        pack,
                        model.resultProperty().get());
        state().filter(s -> place < s.edits().size() || model.touched().getValue())
                .ifPresent(s -> documents.commit(s.withEdit(place, now)));
    }
}
