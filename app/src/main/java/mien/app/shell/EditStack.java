package mien.app.shell;

import java.util.List;
import java.util.Optional;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.Edit;
import mien.app.document.LiveEdit;
import mien.app.edit.EditViewModel;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
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

    /** The room that the document was left in, if it is one of these. */
    Optional<EditSystem<?>> room(List<EditSystem<?>> systems) {
        Optional<String> id = state().flatMap(s -> s.view().room());
        return systems.stream().filter(s -> id.equals(Optional.of(s.id()))).findFirst();
    }

    /** How many edits there are. */
    int edits() {
        return state().map(s -> s.edits().size()).orElse(0);
    }

    /** Whether there is an edit of a number. */
    boolean holds(int edit) {
        return edit >= 0 && edit < edits();
    }

    /** The first edit before a place that has no result yet. */
    Optional<Integer> firstUnmade(int before) {
        return state().flatMap(s -> s.firstUnmade().filter(at -> at < before));
    }

    /** Whether the last edit is one of a system. */
    boolean lastIsOf(String system) {
        return state().filter(s -> !s.edits().isEmpty())
                .map(s -> s.edits().get(s.edits().size() - 1).system())
                .filter(system::equals)
                .isPresent();
    }

    /**
     * Goes behind the last edit, for another one.
     *
     * @return whether all edits are made, so that there is something to begin with
     */
    boolean append() {
        Optional<DocumentState> made = state().filter(s -> s.outcome().isPresent());
        made.ifPresent(s -> place = s.edits().size());
        return made.isPresent();
    }

    /** Whether another edit follows the one worked on. */
    boolean followed() {
        return state().filter(s -> place + 1 < s.edits().size()).isPresent();
    }

    /** Whether the edit that is worked on is made. */
    boolean made() {
        return state().filter(s -> place < s.edits().size())
                .flatMap(s -> s.edits().get(place).result())
                .isPresent();
    }

    /** The result becomes what a further edit begins with. */
    void next() {
        place++;
    }

    /** Goes back to how the document was once; its name and how it is looked at stay. */
    void turn(int to, DocumentState once) {
        place = to;
        state().ifPresent(now -> documents.commit(once.withName(now.name()).withView(now.view())));
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

    /** Takes an edit out that is there; those after it are made anew. */
    void remove(int edit) {
        state().ifPresent(s -> documents.commit(s.withoutEdit(edit)));
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
