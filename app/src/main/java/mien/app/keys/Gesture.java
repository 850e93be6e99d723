package mien.app.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/**
 * A key with the modifiers that are held with it.
 *
 * @param keys what must be down; nothing else may be
 */
public record Gesture(KeyCodeCombination keys) {

    /** Keys that German, Nordic and other layouts have only behind AltGr, or not at all. */
    private static final Set<KeyCode> RARE =
            Set.of(
                    KeyCode.OPEN_BRACKET,
                    KeyCode.CLOSE_BRACKET,
                    KeyCode.BRACELEFT,
                    KeyCode.BRACERIGHT,
                    KeyCode.BACK_SLASH,
                    KeyCode.BACK_QUOTE,
                    KeyCode.AT);

    /**
     * @param text as it is written in tables and preferences, such as {@code Shortcut+Shift+Z} or
     *     {@code Open Bracket}
     * @throws IllegalArgumentException if that is no key
     */
    public static Gesture of(String text) {
        if (KeyCombination.keyCombination(text) instanceof KeyCodeCombination keys) {
            return new Gesture(keys);
        }
        throw new IllegalArgumentException("'" + text + "' is no key with modifiers");
    }

    /** The same of a text that may come from another system or another version. */
    static Optional<Gesture> read(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What was pressed; empty while only modifiers are down. */
    public static Optional<Gesture> pressed(KeyEvent e) {
        if (e.getCode().isModifierKey() || e.getCode() == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        List<Modifier> down = new ArrayList<>();
        if (e.isShortcutDown()) {
            down.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (e.isAltDown()) {
            down.add(KeyCombination.ALT_DOWN);
        }
        if (e.isShiftDown()) {
            down.add(KeyCombination.SHIFT_DOWN);
        }
        return Optional.of(
                new Gesture(new KeyCodeCombination(e.getCode(), down.toArray(new Modifier[0]))));
    }

    public boolean asked(KeyEvent e) {
        return keys.match(e);
    }

    /** As tables and preferences write it. */
    public String text() {
        return keys.getName();
    }

    /** As keyboards write it. */
    public String shown() {
        return keys.getDisplayText();
    }

    /** Whether a field would take it for something typed or for moving about in the text. */
    public boolean typed() {
        boolean chord = down(keys.getShortcut()) || down(keys.getAlt()) || down(keys.getMeta());
        return !chord && !down(keys.getControl()) && !keys.getCode().isFunctionKey();
    }

    /** Whether some keyboards have no such key of its own. */
    public boolean rare() {
        return RARE.contains(keys.getCode());
    }

    private static boolean down(KeyCombination.ModifierValue value) {
        return value == KeyCombination.ModifierValue.DOWN;
    }
}
