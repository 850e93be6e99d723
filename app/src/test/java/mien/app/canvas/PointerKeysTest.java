package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import mien.app.keys.KeyAction;
import mien.app.keys.KeyMap;
import mien.app.keys.WindowKeys;
import mien.app.text.Texts;
import org.junit.jupiter.api.Test;

/** The keys of the pointer as the sheet lists them. */
class PointerKeysTest {

    @Test
    void everyKeyHasWordsOfItsOwnInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            Texts texts = Texts.of(language);
            List<String> words =
                    PointerKeys.table().actions().stream()
                            .map(KeyAction::id)
                            .map(id -> texts.optional("command." + id).orElse(""))
                            .toList();
            assertEquals(17, words.stream().distinct().count(), words.toString());
            assertTrue(words.stream().noneMatch(String::isBlank), words.toString());
        }
    }

    @Test
    void noKeyOfThePointerIsOneOfTheWindows() {
        KeyMap all = KeyMap.of(WindowKeys.table(), WindowKeys.canvas(), PointerKeys.table());
        assertEquals(List.of(), all.conflicts());
    }
}
