package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import mien.engine.picture.FivePoints;
import org.junit.jupiter.api.Test;

/** Faces are moved, placed, removed, and noted whose they are. */
class FaceHandleTest extends TwoFaces {

    @Test
    void aMovedPointTakesAnotherPortraitAndThePlacedFaceCanGo() {
        SwapSpec spec = one();
        SwapSpec moved = faces().withPoints(spec, 1, MadeUpSwap.face(54, 54, 20));
        assertFalse(sampled(spec).equals(sampled(moved)));
        assertEquals(Optional.empty(), moved.face(1).landmarks());
        assertEquals(spec, faces().withPoints(moved, 1, LEFT), "moved back, all is as it was");
        SwapSpec three = faces().added(spec, MadeUpSwap.face(96, 60, 12));
        assertEquals(List.of(1, 3, 2), three.faces().stream().map(SwapFace::id).toList());
        assertEquals(spec, faces().removed(three, 3));
        refused(() -> faces().removed(three, 1), "was found in the picture");
        FivePoints spot = FivePoints.of(5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        refused(() -> faces().added(spec, spot), "on one spot");
        refused(() -> faces().added(spec, MadeUpSwap.face(900, 60, 12)), "outside the picture");
    }

    @Test
    void rightsAreNotedForAFaceThatHasASource() {
        SwapSpec noted = faces().noted(one(), 1, "with consent, 3 May");
        assertEquals("with consent, 3 May", noted.face(1).mark().source().orElseThrow().rights());
        assertEquals("other.png", noted.face(1).mark().source().orElseThrow().name());
        refused(() -> faces().noted(opened(), 1, "x"), "no source yet");
        refused(() -> faces().noted(one(), 1, "x".repeat(501)), "at most 500");
    }
}
