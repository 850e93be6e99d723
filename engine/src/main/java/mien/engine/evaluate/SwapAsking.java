package mien.engine.evaluate;

import java.util.function.Consumer;
import java.util.function.Function;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.picture.Picture;
import mien.engine.world.Portrait;

/** Asks for the swaps of cases, the way a person's program does. */
public final class SwapAsking {

    private final Handle.Faces<SwapSpec> faces;
    private final Function<Picture, SwapSpec> opener;

    /**
     * @param opener opens pictures, and finds the faces in them
     */
    public SwapAsking(EditSystem<SwapSpec> system, Function<Picture, SwapSpec> opener) {
        this.opener = opener;
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
    public SwapSpec asked(SwapCase c, Consumer<Boolean> found) {
        SwapSpec opened = opened(c.target(), found);
        SwapSpec giving = opened(c.source(), found);
        return faces.editing().taken(opened, first(opened), giving, first(giving), "");
    }

    private SwapSpec opened(Portrait portrait, Consumer<Boolean> told) {
        SwapSpec spec = opener.apply(portrait.picture());
        boolean found = !faces.value(spec).isEmpty();
        told.accept(found);
        return found ? spec : faces.editing().added(spec, SwapCase.points(portrait));
    }

    private int first(SwapSpec spec) {
        return faces.value(spec).stream().map(FaceMark::id).findFirst().orElseThrow();
    }
}
