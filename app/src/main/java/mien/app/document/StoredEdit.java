package mien.app.document;

import java.util.Optional;
import mien.engine.edit.RunSettings;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;

/** An edit as a file holds it; also one whose system is not installed here. */
public record StoredEdit(
        String system,
        SavedSpec saved,
        RunSettings settings,
        Optional<String> pack,
        Optional<Picture> result)
        implements Edit {

    @Override
    public StoredEdit withResult(Optional<Picture> made) {
        return new StoredEdit(system, saved, settings, pack, made);
    }
}
