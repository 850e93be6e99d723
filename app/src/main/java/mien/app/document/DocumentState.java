package mien.app.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mien.engine.picture.Picture;

/**
 * Everything a document says; never changes.
 *
 * @param name what it is called
 * @param picture the picture that everything began with
 * @param edits from the first to the last; the result of one is the source of the next
 * @param active which edit is worked on; 0 where there is none
 * @param marks starred versions
 * @param view how it was looked at
 */
public record DocumentState(
        String name, Picture picture, List<Edit> edits, int active, List<Mark> marks, View view) {

    public DocumentState {
        name = DocumentNames.tidy(name);
        edits = List.copyOf(edits);
        marks = List.copyOf(marks);
        if (active < 0 || active > Math.max(0, edits.size() - 1)) {
            throw new IllegalArgumentException(
                    "there is no edit %d among %d".formatted(active, edits.size()));
        }
    }

    /** A picture with nothing done to it. */
    public static DocumentState of(String name, Picture picture) {
        return new DocumentState(name, picture, List.of(), 0, List.of(), View.FITTED);
    }

    /** The picture an edit begins with; empty where the edit before it was not made yet. */
    public Optional<Picture> source(int at) {
        return at == 0 ? Optional.of(picture) : edits.get(at - 1).result();
    }

    /** What the whole stack makes, if it was made; the picture itself where nothing was done. */
    public Optional<Picture> outcome() {
        return source(edits.size());
    }

    /** The edit that is worked on. */
    public Optional<Edit> current() {
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits.get(active));
    }

    /**
     * This document with another edit at a place, or one more after the last. Edits after it lose
     * their results, which were made from another source, unless its own result stays.
     */
    public DocumentState withEdit(int at, Edit edit) {
        List<Edit> changed = new ArrayList<>(edits);
        if (at == edits.size()) {
            changed.add(edit);
        } else {
            boolean same = edit.result().equals(edits.get(at).result());
            changed.set(at, edit);
            if (!same) {
                forget(changed, at + 1);
            }
        }
        return new DocumentState(name, picture, changed, at, marks, view);
    }

    /** The number of the first edit that was not made yet. */
    public Optional<Integer> firstUnmade() {
        return IntStream.range(0, edits.size())
                .filter(i -> edits.get(i).result().isEmpty())
                .boxed()
                .findFirst();
    }

    /** This document without an edit and its stars; those after it lose their results. */
    public DocumentState withoutEdit(int at) {
        List<Edit> changed = new ArrayList<>(edits);
        changed.remove(at);
        forget(changed, at);
        int now = Math.max(0, Math.min(active > at ? active - 1 : active, changed.size() - 1));
        List<Mark> others =
                marks.stream()
                        .filter(m -> m.at() != at)
                        .map(m -> m.at() < at ? m : new Mark(m.label(), m.at() - 1, m.edit()))
                        .toList();
        return new DocumentState(name, picture, changed, now, others, view);
    }

    private static void forget(List<Edit> edits, int from) {
        for (int i = from; i < edits.size(); i++) {
            edits.set(i, edits.get(i).withResult(Optional.empty()));
        }
    }

    /** This document with another edit to work on. */
    public DocumentState withActive(int at) {
        return new DocumentState(name, picture, edits, at, marks, view);
    }

    /** This document with other starred versions. */
    public DocumentState withMarks(List<Mark> changed) {
        return new DocumentState(name, picture, edits, active, changed, view);
    }

    public DocumentState withView(View changed) {
        return new DocumentState(name, picture, edits, active, marks, changed);
    }

    public DocumentState withName(String changed) {
        return new DocumentState(changed, picture, edits, active, marks, view);
    }
}
