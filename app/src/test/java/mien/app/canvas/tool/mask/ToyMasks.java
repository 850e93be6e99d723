package mien.app.canvas.tool.mask;

import java.util.List;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Run;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.MaskSet;

/** A system that has nothing but masks. */
final class ToyMasks implements EditSystem<ToyMasks.Spec> {

    static final Handle.Mask<Spec> HANDLE =
            new Handle.Mask<>("where", true, Spec::where, (s, m) -> new Spec(s.source, m));

    record Spec(Picture source, MaskSet where) implements EditSpec {
        static Spec of(Picture source) {
            return new Spec(source, MaskSet.none(source.width(), source.height()));
        }
    }

    @Override
    public String id() {
        return "relight";
    }

    @Override
    public List<Control<Spec>> controls() {
        return List.of();
    }

    @Override
    public List<Handle<Spec>> handles() {
        return List.of(HANDLE);
    }

    @Override
    public Spec open(Picture portrait, Run run) {
        return Spec.of(portrait);
    }

    @Override
    public Picture proxy(Spec spec) {
        return spec.source;
    }

    @Override
    public Picture run(Spec spec, Run run) {
        return spec.source;
    }

    @Override
    public Spec untouched(Spec spec) {
        return Spec.of(spec.source);
    }

    @Override
    public void warmUp(Run run) {
        run.checkCancelled();
    }

    @Override
    public SavedSpec save(Spec spec) {
        throw new UnsupportedOperationException("these masks are not saved");
    }

    @Override
    public Spec restore(SavedSpec saved, Picture source) {
        throw new UnsupportedOperationException("these masks are not saved");
    }
}
