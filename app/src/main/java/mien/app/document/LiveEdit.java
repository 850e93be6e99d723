package mien.app.document;

import java.util.List;
import java.util.Optional;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;

/**
 * An edit that is being worked on.
 *
 * @param in its editing system
 * @param spec what was chosen
 * @param settings how it is run
 * @param pack the id of its model
 * @param result what came out, if it was made
 */
public record LiveEdit<S extends EditSpec>(
        EditSystem<S> in,
        S spec,
        RunSettings settings,
        Optional<String> pack,
        Optional<Picture> result)
        implements Edit {

    static <S extends EditSpec> LiveEdit<S> restored(EditSystem<S> in, Edit edit, Picture source) {
        S spec = in.restore(edit.saved(), source);
        return new LiveEdit<>(in, spec, edit.settings(), edit.pack(), edit.result());
    }

    @Override
    public String system() {
        return in.id();
    }

    @Override
    public SavedSpec saved() {
        return in.save(spec);
    }

    @Override
    public LiveEdit<S> withResult(Optional<Picture> made) {
        return new LiveEdit<>(in, spec, settings, pack, made);
    }

    @Override
    public Optional<LiveEdit<?>> live(List<EditSystem<?>> systems, Picture source) {
        return Optional.of(spec.source().equals(source) ? this : restored(in, this, source));
    }
}
