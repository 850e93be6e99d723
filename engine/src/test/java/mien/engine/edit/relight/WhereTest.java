package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Random;
import mien.engine.edit.EditException;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Enlargement;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.Polygon;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.Test;

class WhereTest {

    private static final int SIDE = 96;

    private final Relight relight = new Relight();
    private final RelightSpec opened = relight.opened(noise(SIDE, 1), FlameCodes.someone(3));
    private final Picture result = noise(SIDE, 2);

    private static Picture noise(int side, long seed) {
        Random random = new Random(seed);
        int[] argb = random.ints((long) side * side).map(v -> v | 0xff000000).toArray();
        return new Picture(side, side, argb);
    }

    /** Inside left of a column. */
    private static EditableMask left(double column) {
        return EditableMask.of(
                Polygon.rectangle(new Polygon.Point(0, 0), new Polygon.Point(column, SIDE))
                        .mask(SIDE, SIDE));
    }

    private RelightSpec inside(EditableMask mask) {
        return opened.withWhere(opened.where().added("left", mask));
    }

    private static int level(Picture p, int x, int y) {
        return p.argb()[y * p.width() + x] & 0xff;
    }

    @Test
    void withoutMasksTheResultIsShownAsItIs() {
        assertSame(result, relight.finished(opened, result));
    }

    @Test
    void insideTheMaskIsTheResultAndOutsideTheOriginalBitByBit() {
        Picture shown = relight.finished(inside(left(40)), result);
        for (int i = 0; i < shown.argb().length; i++) {
            Picture expected = i % SIDE < 40 ? result : opened.source();
            assertEquals(expected.argb()[i], shown.argb()[i], "pixel " + i);
        }
    }

    @Test
    void softPixelsAreMixed() {
        RelightSpec spec = inside(EditableMask.of(TiledMask.filled(SIDE, SIDE, 51)));
        Picture shown = relight.finished(spec, result);
        for (int x = 0; x < SIDE; x++) {
            double mixed = 0.8 * level(opened.source(), x, 7) + 0.2 * level(result, x, 7);
            assertEquals(mixed, level(shown, x, 7), 0.51);
        }
    }

    @Test
    void aSmallerResultIsBroughtToTheOriginalsSize() {
        Picture shown = relight.finished(inside(left(40)), noise(48, 5));
        assertEquals(SIDE, shown.width());
        assertEquals(opened.source().argb()[41], shown.argb()[41]);
        Picture small = noise(48, 5);
        Picture exported = Enlargement.of(small, SIDE, SIDE);
        Picture inside = relight.finished(inside(left(SIDE)), small);
        assertEquals(exported, inside, "as an export would enlarge it");
        assertNotEquals(opened.source().argb()[20], shown.argb()[20]);
    }

    @Test
    void growingAndFeatheringShowAtOnceAndCostNoRun() {
        RelightSpec painted = inside(left(40));
        RelightSpec grown =
                painted.withWhere(painted.where().withCurrent("left", left(40).withGrow(8)));
        assertTrue(relight.sameRun(painted, grown));
        assertTrue(relight.sameRun(opened, grown));
        assertNotEquals(painted, grown);
        Picture shown = relight.finished(grown, result);
        assertEquals(result.argb()[45], shown.argb()[45]);
        assertEquals(opened.source().argb()[49], shown.argb()[49]);
    }

    @Test
    void anotherLightIsAnotherRunWhereverItShows() {
        RelightSpec lit = opened.withLight(opened.light().withStrength(1.4));
        assertFalse(relight.sameRun(opened, lit));
        assertFalse(relight.sameRun(inside(left(40)), lit.withWhere(inside(left(40)).where())));
    }

    @Test
    void masksAreSavedAndRestored() {
        RelightSpec spec =
                opened.withWhere(
                        opened.where()
                                .added("hair", left(40).withGrow(-3.5).withFeather(2))
                                .added("skin", left(70).withInverted(true))
                                .selecting(0));
        SavedSpec saved = relight.save(spec);
        assertEquals(2, saved.masks().size());
        assertEquals(spec, relight.restore(saved, opened.source()));
        assertTrue(relight.save(opened).masks().isEmpty());
    }

    @Test
    void damagedMasksAreOneSentence() {
        SavedSpec saved = relight.save(inside(left(40)));
        refused(saved.values(), Map.of());
        refused(saved.values(), Map.of("where-0", new Mask(3, 3, new byte[9])));
        for (String key : new String[] {"name", "pixels", "grow", "feather", "inverted"}) {
            ObjectNode values = saved.values().deepCopy();
            ((ObjectNode) values.get("where").get("masks").get(0)).remove(key);
            refused(values, saved.masks());
        }
        ObjectNode values = saved.values().deepCopy();
        ((ObjectNode) values.get("where").get("masks").get(0)).put("grow", 9999);
        refused(values, saved.masks());
        ObjectNode selected = saved.values().deepCopy();
        ((ObjectNode) selected.get("where")).put("selected", 5);
        refused(selected, saved.masks());
    }

    private void refused(ObjectNode values, Map<String, Mask> masks) {
        SavedSpec damaged = new SavedSpec(1, values, Map.of(), masks);
        EditException e =
                assertThrows(EditException.class, () -> relight.restore(damaged, opened.source()));
        assertTrue(e.getMessage().contains("damaged"), e::getMessage);
    }

    @Test
    void theHandleOffersSeveralMasksOfThePicturesSize() {
        MaskSet none = opened.where();
        assertEquals(SIDE, none.width());
        assertEquals(MaskSet.none(SIDE, SIDE), none);
    }
}
