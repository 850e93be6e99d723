package mien.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysViewModelTest {

    private final List<Map<String, List<String>>> saved = new ArrayList<>();
    private final KeysViewModel keys =
            new KeysViewModel(
                    KeyMap.of(
                            KeyTable.in(Place.WINDOW)
                                    .press("open", "Shortcut+O")
                                    .press("run", "F5", "Shortcut+R"),
                            KeyTable.in(Place.MASK).press("mask.overlay", "O")),
                    saved::add);

    private KeyAction action(String id) {
        return keys.map().actions().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> found(String words) {
        keys.searchProperty().set(words);
        return keys.found(a -> "Command " + a.id()).stream().map(KeyAction::id).toList();
    }

    @Test
    void theKeyThatIsPressedWhileOneIsWaitedForIsAddedAndSaved() {
        keys.record(action("open"));
        assertEquals(Optional.of(action("open")), keys.recordingProperty().get());
        keys.recorded(Gesture.of("F9"));
        assertEquals(Optional.empty(), keys.recordingProperty().get());
        assertTrue(keys.map().gestures(action("open")).contains(Gesture.of("F9")));
        assertEquals(List.of(Map.of("open", List.of("Shortcut+O", "F9"))), saved);
    }

    @Test
    void aKeyThatNobodyWaitsForChangesNothing() {
        keys.recorded(Gesture.of("F9"));
        keys.record(action("run"));
        keys.stopRecording();
        keys.recorded(Gesture.of("F9"));
        assertEquals(List.of(), saved);
    }

    @Test
    void aConflictIsSettledForTheOneThatKeepsTheKey() {
        keys.record(action("run"));
        keys.recorded(Gesture.of("Shortcut+O"));
        Conflict clash = keys.map().conflicts().get(0);
        assertFalse(clash.shadowed());
        keys.settle(clash, action("run"));
        assertEquals(List.of(), keys.map().conflicts());
        assertTrue(keys.map().gestures(action("run")).contains(Gesture.of("Shortcut+O")));
        assertEquals(List.of(), keys.map().gestures(action("open")));
    }

    @Test
    void oneActionIsPutBackAndThenAll() {
        keys.remove(action("run"), Gesture.of("F5"));
        keys.remove(action("open"), Gesture.of("Shortcut+O"));
        keys.reset(action("run"));
        assertEquals(Map.of("open", List.of()), saved.get(2));
        keys.resetAll();
        assertEquals(Map.of(), saved.get(3));
        assertEquals(1, keys.map().gestures(action("open")).size());
    }

    @Test
    void theSearchFindsNamesAndKeysWhateverTheirCase() {
        assertEquals(List.of("open", "run", "mask.overlay"), found(""));
        assertEquals(List.of("mask.overlay"), found(" OVERLAY "));
        assertEquals(List.of("run"), found("f5"));
        assertEquals(List.of(), found("no such thing"));
    }
}
