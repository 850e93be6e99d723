package mien.engine.evaluate;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.picture.FivePoints;
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

    /** The same of a case's pictures. */
    public SwapSpec asked(SwapCase c, Consumer<Boolean> found) {
        return asked(c.target(), c.source(), found);
    }

    /**
     * The target with the source's face chosen for its own. Of several faces that are found, the
     * true one is taken, as a person's click takes it; one that is not found is placed where it
     * truly lies.
     *
     * @param found told of both pictures whether the face was found
     */
    public SwapSpec asked(Portrait target, Portrait source, Consumer<Boolean> found) {
        Opened into = opened(target, found);
        Opened from = opened(source, found);
        return faces.editing().taken(into.spec, into.face, from.spec, from.face, "");
    }

    private record Opened(SwapSpec spec, int face) {}

    private Opened opened(Portrait portrait, Consumer<Boolean> told) {
        SwapSpec spec = opener.apply(portrait.picture());
        FivePoints truth = SwapCase.points(portrait);
        Optional<FaceMark> nearest =
                faces.value(spec).stream()
                        .filter(f -> f.box().holds(truth.nose().x(), truth.nose().y()))
                        .min(Comparator.comparingDouble(f -> distance(f.points(), truth)));
        told.accept(nearest.isPresent());
        if (nearest.isPresent()) {
            return new Opened(spec, nearest.get().id());
        }
        SwapSpec placed = faces.editing().added(spec, truth);
        int last = faces.value(placed).stream().mapToInt(FaceMark::id).max().orElseThrow();
        return new Opened(placed, last);
    }

    private static double distance(FivePoints a, FivePoints b) {
        return Math.hypot(a.nose().x() - b.nose().x(), a.nose().y() - b.nose().y());
    }
}
