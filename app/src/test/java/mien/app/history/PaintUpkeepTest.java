package mien.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import mien.engine.edit.Handle;
import mien.engine.picture.mask.Brush;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.PointerSample;
import mien.engine.picture.mask.Stroke;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PaintUpkeepTest {

    private static final int SIDE = 4096;
    private static final int LENGTH = 1000;
    private static final int STROKES = 200;

    private final Upkeep<MaskSet> upkeep =
            new PaintUpkeep<>(List.of(new Handle.Mask<>("where", true, s -> s, (s, m) -> m)));

    @Test
    void twoHundredLongStrokesOnALargePictureAreUndoneToTheFirst() {
        SpecHistory<MaskSet> history =
                new SpecHistory<>(MaskSet.none(SIDE, SIDE), upkeep, Runnable::run);
        Random random = new Random(3);
        while (history.size() <= STROKES) {
            history.settle(painted(history.current(), random));
        }
        assertEquals(STROKES + 1, history.size());
        long bytes = history.bytes();
        assertTrue(bytes <= 256L << 20, (bytes >> 20) + " MiB");
        TiledMask last = mask(history.current());
        int before = last.at(SIDE / 2, SIDE / 2);
        long slowest = 0;
        while (history.canUndo()) {
            long start = System.nanoTime();
            history.undo();
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        LoggerFactory.getLogger(PaintUpkeepTest.class)
                .info("{} MiB, the slowest undo {} ms", bytes >> 20, slowest / 1e6);
        assertEquals(List.of(), history.current().masks());
        while (history.canRedo()) {
            history.redo();
        }
        assertEquals(last, mask(history.current()));
        assertEquals(before, mask(history.current()).at(SIDE / 2, SIDE / 2));
    }

    @Test
    void whatIsFarIsPackedButForWhatNearVersionsShareAndIsUnpackedAgain() {
        Random random = new Random(5);
        MaskSet far = painted(MaskSet.none(SIDE, SIDE), random);
        MaskSet near = painted(far, random);
        long whole = TiledMask.heldBytes(List.of(mask(far)));
        upkeep.rest(far, List.of(near, far));
        assertEquals(whole, TiledMask.heldBytes(List.of(mask(far))), "it is near itself");
        upkeep.rest(far, List.of(painted(MaskSet.none(SIDE, SIDE), random)));
        long packed = TiledMask.heldBytes(List.of(mask(far)));
        assertTrue(packed < whole / 2, packed + " of " + whole);
        upkeep.wake(far);
        assertTrue(TiledMask.heldBytes(List.of(mask(far))) >= whole);
    }

    private static TiledMask mask(MaskSet set) {
        return set.current().orElseThrow().mask().painted();
    }

    private static MaskSet painted(MaskSet set, Random random) {
        TiledMask base =
                set.current()
                        .map(n -> n.mask().painted())
                        .orElseGet(() -> TiledMask.empty(SIDE, SIDE));
        boolean erase = !set.masks().isEmpty() && random.nextInt(4) == 0;
        Stroke stroke = new Stroke(base, Brush.DEFAULT.withSize(300), erase);
        double x = (SIDE - LENGTH) * random.nextDouble();
        double y = SIDE * random.nextDouble();
        stroke.to(new PointerSample(x, y));
        stroke.to(new PointerSample(x + LENGTH, y));
        return set.withCurrent("mask", EditableMask.of(stroke.mask()));
    }
}
