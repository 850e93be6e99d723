package mien.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyMapTest {

    private static final KeyMap MAP =
            KeyMap.of(
                    WindowKeys.table(),
                    WindowKeys.canvas(),
                    KeyTable.in(Place.MASK)
                            .press("mask.brush", "B")
                            .press("mask.overlay", "O")
                            .press("mask.larger", "Close Bracket", "Alt+Up"),
                    KeyTable.in(Place.FILM).press("film.mark", "B"));

    private static KeyEvent key(KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }

    private static KeyAction action(String id) {
        return MAP.actions().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    private static Optional<String> asked(KeyMap map, KeyEvent e, boolean typing, Place... at) {
        return map.asked(e, List.of(at)::contains, typing).map(KeyAction::id);
    }

    @Test
    void theKeysOfTheWindowClashWithNoneOfTheirOwn() {
        assertEquals(List.of(), KeyMap.of(WindowKeys.table(), WindowKeys.canvas()).conflicts());
    }

    @Test
    void theInnerPlaceIsHeardWhereItWorksAndTheWindowElsewhere() {
        KeyEvent o = key(KeyCode.O, false, false);
        assertEquals(Optional.empty(), asked(MAP, o, false));
        assertEquals(Optional.of("handles"), asked(MAP, o, false, Place.CANVAS));
        assertEquals(Optional.of("mask.overlay"), asked(MAP, o, false, Place.MASK, Place.CANVAS));
        assertEquals(Optional.empty(), asked(MAP, key(KeyCode.B, false, false), false));
    }

    @Test
    void lettersStayWithAFieldThatIsTypedInAndChordsDoNot() {
        assertEquals(Optional.empty(), asked(MAP, key(KeyCode.B, false, false), true, Place.MASK));
        assertEquals(Optional.empty(), asked(MAP, key(KeyCode.X, true, false), true));
        assertEquals(Optional.empty(), asked(MAP, key(KeyCode.ESCAPE, false, false), true));
        assertEquals(Optional.of("open"), asked(MAP, key(KeyCode.O, false, true), true));
        assertEquals(Optional.of("keys"), asked(MAP, key(KeyCode.F1, false, false), true));
    }

    @Test
    void aKeyInTheSamePlaceIsAConflictInAnInnerOneAShadowAndInAnotherNothing() {
        assertEquals(
                List.of(true), MAP.conflicts().stream().map(Conflict::shadowed).toList(), "O only");
        KeyMap clashing = MAP.adding(action("mask.brush"), Gesture.of("Alt+Up"));
        Conflict clash =
                clashing.conflicts().stream().filter(c -> !c.shadowed()).findFirst().orElseThrow();
        assertEquals("mask.larger", clash.besides("mask.brush").id());
        assertEquals(
                MAP.conflicts(),
                clashing.removing(action("mask.larger"), Gesture.of("Alt+Up")).conflicts());
    }

    @Test
    void changesSurviveBeingWrittenAndWhatIsNotUnderstoodIsLeftOut() {
        KeyMap mine =
                MAP.adding(action("undo"), Gesture.of("Shortcut+Shift+Open Bracket"))
                        .removing(action("mask.brush"), Gesture.of("B"));
        Map<String, List<String>> written = mine.changes();
        assertEquals(mine.changes(), MAP.changedBy(written).changes());
        assertEquals(
                Optional.empty(),
                asked(MAP.changedBy(written), key(KeyCode.B, false, false), false, Place.MASK));
        Map<String, List<String>> strange = new HashMap<>(written);
        strange.put("no-such-action", List.of("B"));
        strange.put("redo", List.of("Shortcut+Hyper+Q", "Shortcut+U"));
        assertEquals(List.of("Shortcut+U"), MAP.changedBy(strange).changes().get("redo"));
        assertFalse(MAP.changedBy(strange).changes().containsKey("no-such-action"));
    }

    @Test
    void anActionPutBackByHandCountsAsUnchanged() {
        KeyAction undo = action("undo");
        KeyMap there = MAP.adding(undo, Gesture.of("F5"));
        assertTrue(there.changed(undo));
        assertFalse(there.removing(undo, Gesture.of("F5")).changed(undo));
        assertEquals(Map.of(), there.reset().changes());
    }

    @Test
    void aKeyThatSomeKeyboardsLackNeedsASecondOne() {
        KeyTable table = KeyTable.in(Place.MASK);
        assertThrows(
                IllegalArgumentException.class, () -> table.press("mask.smaller", "Open Bracket"));
        assertThrows(
                IllegalArgumentException.class,
                () -> KeyMap.of(WindowKeys.table(), WindowKeys.table()));
    }
}
