package mien.app.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.app.text.Saying;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSystem;
import mien.engine.picture.Picture;

/**
 * A document whose edits can be worked on.
 *
 * @param problems why some cannot, a sentence each; those are kept as they are
 */
record Enlivened(DocumentState state, List<Saying> problems) {

    static Enlivened of(DocumentState stored, List<EditSystem<?>> systems) {
        List<Saying> problems = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < stored.edits().size(); i++) {
            Optional<Picture> source = stored.source(i);
            Edit edit = stored.edits().get(i);
            edits.add(source.map(s -> live(edit, systems, s, problems)).orElse(edit));
        }
        List<Mark> marks = new ArrayList<>();
        for (Mark m : stored.marks()) {
            Optional<Picture> source =
                    m.at() <= stored.edits().size() ? stored.source(m.at()) : Optional.empty();
            Edit edit = source.map(s -> live(m.edit(), systems, s, problems)).orElse(m.edit());
            marks.add(new Mark(m.label(), m.at(), edit));
        }
        DocumentState state =
                new DocumentState(
                        stored.name(),
                        stored.picture(),
                        edits,
                        stored.active(),
                        marks,
                        stored.view());
        return new Enlivened(state, problems);
    }

    private static Edit live(
            Edit edit, List<EditSystem<?>> systems, Picture source, List<Saying> problems) {
        try {
            Optional<LiveEdit<?>> live = edit.live(systems, source);
            if (live.isPresent()) {
                return live.get();
            }
            problems.add(Saying.of("failure.edit.unknown", edit.system()));
        } catch (EditException e) {
            problems.add(Saying.sentence(e.getMessage()));
        }
        return edit;
    }
}
