package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import mien.engine.world.Portrait;
import org.junit.jupiter.api.Test;

class SwapAskingTest {

    private static final double AWAY = 60; // pixels: no part of the true face

    private final SwapCase c = SwapCase.of(KnownSwap.SEED, KnownSwap.SIZE);
    private final List<Boolean> found = new ArrayList<>();

    @SuppressWarnings("unchecked") // the only handle of that kind
    private static final Handle.Faces<SwapSpec> FACES =
            (Handle.Faces<SwapSpec>)
                    KnownSwap.SWAP.handles().stream()
                            .filter(Handle.Faces.class::isInstance)
                            .findFirst()
                            .orElseThrow();

    private static FivePoints elsewhere(FivePoints points) {
        return FivePoints.of(Arrays.stream(points.xy()).map(x -> x - AWAY).toArray());
    }

    /** Who finds a face where there is none, and then perhaps the true one. */
    private SwapSpec asked(boolean finding) {
        Function<Picture, SwapSpec> opener =
                picture -> {
                    Portrait portrait =
                            picture.equals(c.target().picture()) ? c.target() : c.source();
                    FivePoints truth = SwapCase.points(portrait);
                    SwapSpec none = KnownSwap.SWAP.opened(picture, List.of());
                    SwapSpec wrong = FACES.editing().added(none, elsewhere(truth));
                    return finding ? FACES.editing().added(wrong, truth) : wrong;
                };
        return new SwapAsking(KnownSwap.SWAP, opener).asked(c, found::add);
    }

    private void assertTheTrueFaceIsSwapped(SwapSpec asked) {
        List<FaceMark> swapped =
                FACES.value(asked).stream().filter(f -> f.source().isPresent()).toList();
        assertEquals(1, swapped.size());
        assertEquals(SwapCase.points(c.target()), swapped.get(0).points());
    }

    @Test
    void ofSeveralFacesTheTrueOneIsTaken() {
        assertTheTrueFaceIsSwapped(asked(true));
        assertEquals(List.of(true, true), found);
    }

    @Test
    void aFaceElsewhereIsNotTheFaceWhichIsThenPlaced() {
        assertTheTrueFaceIsSwapped(asked(false));
        assertEquals(List.of(false, false), found);
    }
}
