package mien.engine.cli;

import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/** What face swap can do: one drawn person with the face of another. */
final class SwapDemo {

    /** People no network was trained on. */
    private static final long TARGET = 1_000_003;

    private static final long SOURCE = 1_000_006;
    private static final int SIDE = 256;

    private SwapDemo() {}

    static <S extends EditSpec> void show(EditSystem<S> system, DemoReel reel) {
        Handle.Faces<S> faces =
                system.handles().stream()
                        .filter(Handle.Faces.class::isInstance)
                        .map(h -> (Handle.Faces<S>) h)
                        .findFirst()
                        .orElseThrow();
        S target = opened(system, reel, faces, "swap-target", TARGET);
        S source = opened(system, reel, faces, "swap-source", SOURCE);
        S swapped =
                faces.editing()
                        .taken(target, first(faces, target), source, first(faces, source), "");
        reel.make(system, "swapped", swapped);
    }

    /** A drawn person, with the face placed where it is known to be if none was found. */
    private static <S extends EditSpec> S opened(
            EditSystem<S> system, DemoReel reel, Handle.Faces<S> faces, String name, long seed) {
        Identity who = Identity.of(seed);
        Portrait portrait = DrawnPeople.render(who, Look.of(who, 0), SIDE);
        S spec = reel.given(system, name, portrait.picture());
        return faces.value(spec).isEmpty()
                ? faces.editing().added(spec, portrait.points().fivePoints())
                : spec;
    }

    private static <S extends EditSpec> int first(Handle.Faces<S> faces, S spec) {
        return faces.value(spec).get(0).id();
    }
}
