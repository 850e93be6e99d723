package mien.app.keys;

/** The keys of the window itself. */
public final class WindowKeys {

    private WindowKeys() {}

    public static KeyTable table() {
        return KeyTable.in(Place.WINDOW)
                .press("open", "Shortcut+O")
                .press("save", "Shortcut+S")
                .press("save-as", "Shortcut+Shift+S")
                .press("export", "Shortcut+Shift+E")
                .press("continue", "Shortcut+Shift+N")
                .press("undo", "Shortcut+Z")
                .press("redo", "Shortcut+Shift+Z", "Shortcut+Y")
                .press("reset-all", "Shortcut+Shift+R")
                .press("run", "Shortcut+Enter", "Shift+Enter")
                .press("cancel", "Esc", "Shift+X")
                .press("fit", "Shortcut+0", "Shortcut+Numpad 0")
                .press("zoom-100", "Shortcut+1")
                .press("zoom-200", "Shortcut+2")
                .press("zoom-400", "Shortcut+3")
                .press("zoom-800", "Shortcut+4")
                .press("zoom-in", "Shortcut+Plus", "Shortcut+Equals")
                .press("zoom-out", "Shortcut+Minus")
                .hold("compare", "Back Slash", "J")
                .press("room-1", "Alt+1")
                .press("room-2", "Alt+2")
                .press("room-3", "Alt+3")
                .press("room-4", "Alt+4")
                .press("room-5", "Alt+5")
                .press("versions", "Alt+V")
                .press("best-step", "Alt+B")
                .press("jobs", "Shortcut+J")
                .press("cancel-all", "Shortcut+Shift+X")
                .press("models", "Shortcut+Shift+M")
                .press("preferences", "Shortcut+Comma")
                .press("engine", "Shortcut+Shift+I")
                .press("keys", "F1", "Shift+Slash");
    }

    /** The keys of the picture; letters and digits alone. */
    public static KeyTable canvas() {
        return KeyTable.in(Place.CANVAS)
                .press("handles", "O")
                .press("pointer", "K")
                .press("turn-left", "4")
                .press("turn-back", "5")
                .press("turn-right", "6")
                .press("mirror", "M")
                .press("original", "Z")
                .press("compare-next", "C")
                .press("compare-turned", "Shift+C")
                .press("compare-exchanged", "Alt+C");
    }
}
