package mien.engine.picture.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import mien.engine.picture.PictureException;
import org.junit.jupiter.api.Test;

class MaskSetTest {

    private static final MaskSet NONE = MaskSet.none(60, 40);

    private static EditableMask left(int to) {
        return EditableMask.of(
                Polygon.rectangle(new Polygon.Point(0, 0), new Polygon.Point(to, 40)).mask(60, 40));
    }

    private static List<String> names(MaskSet set) {
        return set.masks().stream().map(MaskSet.Named::name).toList();
    }

    @Test
    void whatIsAddedIsSelectedAndHasANameOfItsOwn() {
        MaskSet set = NONE.added("Mask", left(10)).added("Mask", left(20)).added("Mask", left(30));
        assertEquals(List.of("Mask", "Mask 2", "Mask 3"), names(set));
        assertEquals(left(30), set.current().orElseThrow().mask());
    }

    @Test
    void renamingKeepsNamesApart() {
        MaskSet set = NONE.added("Hair", left(10)).added("Skin", left(20));
        assertEquals(List.of("Hair", "Hair 2"), names(set.renamed(1, " Hair ")));
        assertEquals(set, set.renamed(1, "  "));
        assertEquals(set, set.renamed(1, "Skin"));
    }

    @Test
    void removingSelectsANeighbour() {
        MaskSet set = NONE.added("a", left(10)).added("b", left(20)).added("c", left(30));
        assertEquals("b", set.removed(2).current().orElseThrow().name());
        assertEquals("c", set.removed(0).current().orElseThrow().name());
        assertEquals("b", set.selecting(0).removed(0).current().orElseThrow().name());
        assertEquals(NONE, set.removed(0).removed(0).removed(0));
    }

    @Test
    void theSelectedMaskIsReplacedAndTheFirstOneMade() {
        MaskSet set = NONE.withCurrent("Where", left(10)).added("b", left(20)).selecting(0);
        MaskSet next = set.withCurrent("unused", left(15));
        assertEquals(List.of("Where", "b"), names(next));
        assertEquals(left(15), next.masks().get(0).mask());
        assertEquals(left(20), next.masks().get(1).mask());
    }

    @Test
    void insideIsWhatLiesInsideAny() {
        assertEquals(Optional.empty(), NONE.rendered());
        MaskSet set = NONE.added("a", left(10)).added("b", left(20).withInverted(true));
        TiledMask all = set.rendered().orElseThrow();
        assertEquals(255, all.at(5, 5));
        assertEquals(0, all.at(15, 5));
        assertEquals(255, all.at(25, 5));
    }

    @Test
    void masksOfAnotherSizeOrSelectionAreRefused() {
        EditableMask small = EditableMask.of(TiledMask.empty(9, 9));
        assertThrows(PictureException.class, () -> NONE.added("small", small));
        assertThrows(IllegalArgumentException.class, () -> NONE.selecting(1));
        assertThrows(IllegalArgumentException.class, () -> NONE.added(" ", left(3)));
    }
}
