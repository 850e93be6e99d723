package mien.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import mien.app.document.DocumentState;
import mien.app.document.LiveEdit;
import mien.app.edit.EditViewModel;
import mien.engine.edit.EditSpec;

/**
 * The edits that were worked on one after the other, each with its own steps, so that undo crosses
 * from one to the one before, and redo back. Time is one line: to go on from an earlier visit in
 * another way lets go what came after it. Belongs to the window's thread.
 */
final class Visits {

    /** Visits that stay; each keeps up to what a {@link mien.app.history.SpecHistory} may. */
    private static final int MOST = 16;

    private final Deque<Visit> past = new ArrayDeque<>();
    private final Deque<Visit> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper forth = new ReadOnlyBooleanWrapper();
    private Optional<Visit> now = Optional.empty();

    /**
     * An edit that is or was worked on.
     *
     * @param place in the stack
     * @param left the document as it was left; empty: it was not left yet
     */
    record Visit(EditViewModel<?> edit, int place, Optional<DocumentState> left) {

        private Visit left(DocumentState state) {
            return new Visit(edit, place, Optional.of(state));
        }

        private boolean stepped() {
            return edit.canUndoProperty().get() || edit.canRedoProperty().get();
        }

        /** Whether it is on what it was left with. */
        private boolean asLeft() {
            return left.filter(s -> place < s.edits().size())
                    .map(s -> s.edits().get(place))
                    .filter(LiveEdit.class::isInstance)
                    .map(e -> (LiveEdit<?>) e)
                    .filter(e -> e.spec().equals(edit.spec()))
                    .filter(e -> e.settings().equals(edit.settingsProperty().get()))
                    .isPresent();
        }
    }

    /** Whether an edit was worked on before. */
    ReadOnlyBooleanProperty backProperty() {
        return back.getReadOnlyProperty();
    }

    /** Whether one was worked on afterwards. */
    ReadOnlyBooleanProperty forthProperty() {
        return forth.getReadOnlyProperty();
    }

    /** Another document. */
    void clear() {
        past.clear();
        future.clear();
        now = Optional.empty();
        tell();
    }

    /** An edit is worked on from now on. */
    void enter(EditViewModel<?> edit, int place) {
        now = Optional.of(new Visit(edit, place, Optional.empty()));
        if (!past.isEmpty()) {
            edit.arrive(); // the steps before are those of visits before
        }
    }

    /**
     * The edit is left for another one.
     *
     * @param changed whether leaving it changes the document, so that it is a step in any case
     */
    void leave(Optional<DocumentState> state, boolean changed) {
        now.filter(v -> changed || v.stepped()).ifPresent(v -> state.ifPresent(s -> put(v, s)));
        now = Optional.empty();
        future.clear();
        tell();
    }

    private void put(Visit visit, DocumentState state) {
        past.push(visit.left(state));
        if (past.size() > MOST) {
            past.removeLast();
        }
    }

    /**
     * Whether the visit before was the one of an edit, and nothing has happened since, so that one
     * can simply go back.
     */
    boolean cameFrom(int place, Optional<DocumentState> state) {
        boolean idle = now.filter(Visit::stepped).isEmpty();
        return idle
                && Optional.ofNullable(past.peek())
                        .filter(v -> v.place == place)
                        .flatMap(Visit::left)
                        .filter(s -> state.filter(t -> t.edits().equals(s.edits())).isPresent())
                        .isPresent();
    }

    /** The newest visit of the edit at a place that began with the same picture. */
    <S extends EditSpec> Optional<EditViewModel<S>> of(EditViewModel<S> like, int place) {
        return past.stream()
                .filter(v -> v.place == place && v.edit.system() == like.system())
                .filter(v -> v.edit.opened().source().equals(like.opened().source()))
                .findFirst()
                .map(v -> alike(v.edit));
    }

    @SuppressWarnings("unchecked") // the edits of one system have specs of one class
    private static <S extends EditSpec> EditViewModel<S> alike(EditViewModel<?> edit) {
        return (EditViewModel<S>) edit;
    }

    /** The visit before becomes the present one. */
    Optional<Visit> back(Optional<DocumentState> state) {
        return turn(past, future, state);
    }

    /** The visit after becomes the present one. */
    Optional<Visit> forth(Optional<DocumentState> state) {
        return turn(future, past, state);
    }

    private Optional<Visit> turn(
            Deque<Visit> from, Deque<Visit> to, Optional<DocumentState> state) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        now.ifPresent(v -> state.ifPresent(s -> to.push(v.left(s))));
        now = Optional.of(from.pop());
        tell();
        return now;
    }

    /** Something was settled: if it is new, what came after is gone. */
    void settled() {
        boolean open = now.filter(v -> !v.edit.canRedoProperty().get() && !v.asLeft()).isPresent();
        if (open) {
            future.clear();
            tell();
        }
    }

    private void tell() {
        back.set(!past.isEmpty());
        forth.set(!future.isEmpty());
    }
}
