package mien.app.edit;

import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import mien.app.keys.KeyMap;
import mien.app.keys.KeyTable;
import mien.app.keys.Place;
import mien.app.keys.PlaceKeys;

/** The keys of a value: of a field that was chosen, and some of one that the pointer is over. */
public final class FieldKeys {

    static final String LESS = "field.less";
    static final String MORE = "field.more";
    static final String LESS_FINE = "field.less-fine";
    static final String MORE_FINE = "field.more-fine";
    static final String LESS_ROUND = "field.less-round";
    static final String MORE_ROUND = "field.more-round";
    static final String LEAST = "field.least";
    static final String MOST = "field.most";
    static final String TYPE = "field.type";
    static final String RESET = "field.reset";
    static final String NEGATE = "field.negate";
    static final String COPY = "field.copy";
    static final String PASTE = "field.paste";

    private final PlaceKeys keys;
    private boolean together;

    FieldKeys(Supplier<KeyMap> map) {
        this.keys = new PlaceKeys(Place.FIELD, map);
    }

    public static KeyTable table() {
        return KeyTable.in(Place.FIELD)
                .press(LESS, "Left")
                .press(MORE, "Right")
                .press(LESS_FINE, "Shift+Left")
                .press(MORE_FINE, "Shift+Right")
                .press(LESS_ROUND, "Shortcut+Left", "Page Down")
                .press(MORE_ROUND, "Shortcut+Right", "Page Up")
                .press(LEAST, "Home")
                .press(MOST, "End")
                .press(TYPE, "Enter", "F2")
                .press(RESET, "Backspace", "Delete")
                .press(NEGATE, "Minus", "Subtract")
                .press(COPY, "Shortcut+C")
                .press(PASTE, "Shortcut+V");
    }

    /** What an action does. */
    FieldKeys on(String id, Runnable action) {
        keys.on(id, action);
        return this;
    }

    /** What an action does while its key is down, and what when it is let go. */
    FieldKeys on(String id, Runnable action, Runnable end) {
        keys.on(
                id,
                () -> {
                    action.run();
                    return true;
                },
                end);
        return this;
    }

    /** Whether the other fields that were chosen do the same as this one: Alt is held. */
    boolean together() {
        return together;
    }

    /** Whether the key was one of these. */
    boolean pressed(KeyEvent e) {
        together = false;
        if (keys.pressed(e)) {
            return true;
        }
        together = e.isAltDown();
        return together && keys.pressed(withoutAlt(e));
    }

    void released(KeyEvent e) {
        keys.released(e);
    }

    private static KeyEvent withoutAlt(KeyEvent e) {
        return new KeyEvent(
                e.getSource(),
                e.getTarget(),
                e.getEventType(),
                e.getCharacter(),
                e.getText(),
                e.getCode(),
                e.isShiftDown(),
                e.isControlDown(),
                false,
                e.isMetaDown());
    }
}
