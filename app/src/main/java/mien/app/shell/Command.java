package mien.app.shell;

import java.util.List;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something the person can ask for with a key.
 *
 * @param id its words have the key {@code command.<id>}
 * @param keys any of them asks for it
 */
public record Command(String id, List<KeyCombination> keys, Runnable action) {

    public Command {
        keys = List.copyOf(keys);
    }

    /**
     * @param keys such as {@code Shortcut+Z}
     */
    static Command of(String id, Runnable action, String... keys) {
        return new Command(
                id, List.of(keys).stream().map(KeyCombination::keyCombination).toList(), action);
    }

    boolean askedBy(KeyEvent e) {
        return keys.stream().anyMatch(k -> k.match(e));
    }

    /** The first key, as it is written on keyboards; empty if it has none. */
    public String key() {
        return keys.isEmpty() ? "" : keys.get(0).getDisplayText();
    }
}
