package mien.engine.evaluate;

import java.util.function.Consumer;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.picture.Picture;
import mien.engine.world.Portrait;

/** Asks for the swaps of cases and makes them, the way a person's program does. */
final class SwapEdits {

    private final EditSystem<SwapSpec> system;
    private final Handle.Faces<SwapSpec> faces;
    private final Editor<SwapSpec> editor;

    SwapEdits(EditSystem<SwapSpec> system, Editor<SwapSpec> editor) {
        this.system = system;
        this.editor = editor;
        this.faces =
                system.handles().stream()
                        .filter(Handle.Faces.class::isInstance)
                        .map(h -> (Handle.Faces<SwapSpec>) h)
                        .findFirst()
                        .orElseThrow();
    }

    /**
     * The target with the source's face chosen for its own. A face that is not found is placed
     * where it truly lies.
     *
     * @param found told of both pictures whether the face was found
     */
    SwapSpec asked(SwapCase c, Consumer<Boolean> found) {
        SwapSpec opened = opened(c.target(), found);
        SwapSpec giving = opened(c.source(), found);
        return faces.editing().taken(opened, first(opened), giving, first(giving), "");
    }

    private SwapSpec opened(Portrait portrait, Consumer<Boolean> told) {
        SwapSpec spec = editor.open(portrait.picture());
        boolean found = !faces.value(spec).isEmpty();
        told.accept(found);
        return found ? spec : faces.editing().added(spec, SwapCase.points(portrait));
    }

    private int first(SwapSpec spec) {
        return faces.value(spec).stream().map(FaceMark::id).findFirst().orElseThrow();
    }

    /** What a run gives: the portraits. */
    Picture sampled(SwapSpec asked, long seed) {
        return editor.run(asked, seed);
    }

    /** The picture with what was sampled in it. */
    Picture finished(SwapSpec asked, Picture sampled) {
        return system.finished(asked, sampled);
    }
}
