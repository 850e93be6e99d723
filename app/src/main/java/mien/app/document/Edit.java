package mien.app.document;

import java.util.List;
import java.util.Optional;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;

/** One edit of a document's stack; never changes. */
public sealed interface Edit permits LiveEdit, StoredEdit {

    /** The id of its editing system. */
    String system();

    /** The spec, ready for a file; may take a moment. */
    SavedSpec saved();

    RunSettings settings();

    /** The id of the model that was used or asked for. */
    Optional<String> pack();

    /** What came out, if it was made; the next edit begins with it. */
    Optional<Picture> result();

    /** This edit with what came out of it. */
    Edit withResult(Optional<Picture> made);

    /**
     * The edit as its system works with it; empty where that system is not installed: then the edit
     * is kept as it is.
     *
     * @param source the picture it was saved with
     * @throws mien.engine.edit.EditException if the spec cannot be restored
     */
    default Optional<LiveEdit<?>> live(List<EditSystem<?>> systems, Picture source) {
        return systems.stream()
                .filter(s -> s.id().equals(system()))
                .findFirst()
                .map(s -> LiveEdit.restored(s, this, source));
    }
}
