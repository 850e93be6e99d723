package mien.app.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import mien.app.toy.ToySpec;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class DocumentStateTest {

    private final DocumentState state = SomeDocuments.document(2);

    @Test
    void theResultOfAnEditIsTheSourceOfTheNext() {
        assertEquals(Optional.of(state.picture()), state.source(0));
        assertEquals(state.edits().get(0).result(), state.source(1));
        assertEquals(state.edits().get(1).result(), state.outcome());
    }

    @Test
    void anotherResultMakesLaterOnesStale() {
        LiveEdit<ToySpec> other = SomeDocuments.edit(state.picture(), 77);
        DocumentState changed = state.withEdit(0, other);
        assertEquals(Optional.empty(), changed.edits().get(1).result());
        assertEquals(0, changed.active());
        DocumentState same = state.withEdit(0, state.edits().get(0));
        assertEquals(state.edits(), same.edits());
    }

    @Test
    void anEditCanBeTakenOutOfTheStack() {
        DocumentState without = state.withoutEdit(0);
        assertEquals(1, without.edits().size());
        assertEquals(Optional.empty(), without.outcome());
        assertEquals(0, without.active());
        DocumentState bare = without.withoutEdit(0);
        assertEquals(Optional.empty(), bare.current());
        assertEquals(Optional.of(state.picture()), bare.outcome());
    }

    @Test
    void whatStandsAfterAnEditThatIsTakenOutMovesUp() {
        DocumentState three = state.withEdit(2, state.edits().get(1)).withActive(2);
        DocumentState marked =
                three.withMarks(
                        List.of(
                                new Mark("gone", 0, state.edits().get(0)),
                                new Mark("kept", 2, state.edits().get(1))));
        DocumentState without = marked.withoutEdit(0);
        assertEquals(1, without.active(), "the same edit is worked on");
        assertEquals(List.of("kept"), without.marks().stream().map(Mark::label).toList());
        assertEquals(1, without.marks().get(0).at());
        assertEquals(Optional.of(0), without.firstUnmade());
    }

    @Test
    void stackedEditsWorkOnWhatCameBefore() {
        Picture result = state.outcome().orElseThrow();
        DocumentState three = state.withEdit(2, SomeDocuments.edit(result, 9));
        assertEquals(2, three.active());
        assertEquals(Optional.of(result), three.source(2));
    }
}
