package mien.app.canvas.tool.mask;

import mien.app.keys.KeyTable;
import mien.app.keys.Place;

/** The keys of the mask tools. */
public final class MaskKeys {

    static final String BRUSH = "mask.brush";
    static final String ERASER = "mask.eraser";
    static final String LASSO = "mask.lasso";
    static final String RECTANGLE = "mask.rectangle";
    static final String FILL = "mask.fill";
    static final String LINE = "mask.line";
    static final String SMALLER = "mask.smaller";
    static final String LARGER = "mask.larger";
    static final String MUCH_SMALLER = "mask.much-smaller";
    static final String MUCH_LARGER = "mask.much-larger";
    static final String SOFTER = "mask.softer";
    static final String HARDER = "mask.harder";
    static final String SWAP = "mask.swap";
    static final String DEFAULTS = "mask.defaults";
    static final String HOLES = "mask.holes";
    static final String QUICK = "mask.quick";
    static final String VEIL = "mask.veil";
    static final String INVERT = "mask.invert";
    static final String NEXT = "mask.next";
    static final String PREVIOUS = "mask.previous";

    private MaskKeys() {}

    public static KeyTable table() {
        return KeyTable.in(Place.MASK)
                .press(BRUSH, "B")
                .press(ERASER, "E")
                .press(LASSO, "L")
                .press(RECTANGLE, "U")
                .press(FILL, "G")
                .hold(LINE, "V")
                .press(SMALLER, "Open Bracket", "Alt+Down")
                .press(LARGER, "Close Bracket", "Alt+Up")
                .press(MUCH_SMALLER, "Shift+Open Bracket", "Left Brace", "Alt+Shift+Down")
                .press(MUCH_LARGER, "Shift+Close Bracket", "Right Brace", "Alt+Shift+Up")
                .press(SOFTER, "Alt+Left")
                .press(HARDER, "Alt+Right")
                .press(SWAP, "X")
                .press(DEFAULTS, "D")
                .press(HOLES, "F")
                .press(QUICK, "Shift+Q")
                .press(VEIL, "O")
                .press(INVERT, "Shift+V", "Shortcut+I")
                .press(NEXT, "Alt+Close Bracket", "Alt+Page Down")
                .press(PREVIOUS, "Alt+Open Bracket", "Alt+Page Up");
    }
}
