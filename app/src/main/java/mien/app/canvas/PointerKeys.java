package mien.app.canvas;

import java.util.Locale;
import mien.app.canvas.tool.Pointer;
import mien.app.keys.KeyTable;
import mien.app.keys.Place;

/** The keys that move and press a pointer on the picture. */
public final class PointerKeys {

    private PointerKeys() {}

    /** A press, with keys that count as held. */
    enum Press {
        PLAIN("pointer.press", Pointer.Held.NOTHING, "Space", "Enter"),
        SHIFT("pointer.press-shift", new Pointer.Held(true, false, false), "Shift+Space"),
        CTRL("pointer.press-ctrl", new Pointer.Held(false, true, false), "Shortcut+Space"),
        ALT("pointer.press-alt", new Pointer.Held(false, false, true), "Alt+Enter"),
        ALT_SHIFT(
                "pointer.press-alt-shift", new Pointer.Held(true, false, true), "Alt+Shift+Enter");

        final String id;
        final Pointer.Held held;
        private final String[] gestures;

        Press(String id, Pointer.Held held, String... gestures) {
            this.id = id;
            this.held = held;
            this.gestures = gestures;
        }
    }

    public static KeyTable table() {
        KeyTable table = KeyTable.in(Place.POINTER);
        for (KeyPointer.Reach reach : KeyPointer.Reach.values()) {
            for (KeyPointer.Way way : KeyPointer.Way.values()) {
                table.press(id(way, reach), chord(reach) + way);
            }
        }
        for (Press press : Press.values()) {
            table.press(press.id, press.gestures);
        }
        return table;
    }

    static String id(KeyPointer.Way way, KeyPointer.Reach reach) {
        String far = reach == KeyPointer.Reach.STEP ? "" : reach + "-";
        return ("pointer." + far + way).toLowerCase(Locale.ROOT);
    }

    private static String chord(KeyPointer.Reach reach) {
        return switch (reach) {
            case STEP -> "";
            case FAR -> "Shift+";
            case PIXEL -> "Shortcut+";
        };
    }
}
