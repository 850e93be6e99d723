package mien.app.canvas.tool.face;

import mien.app.keys.KeyTable;
import mien.app.keys.Place;

/** The keys of faces. */
public final class FaceKeys {

    static final String NEXT = "face.next";
    static final String PREVIOUS = "face.previous";
    static final String POINT_NEXT = "face.point-next";
    static final String POINT_PREVIOUS = "face.point-previous";
    static final String CHOOSE = "face.choose";
    static final String ADD = "face.add";
    static final String REMOVE = "face.remove";
    static final String SOURCE = "face.source";
    static final String CLEAR = "face.clear";
    static final String LEFT = "face.left";
    static final String RIGHT = "face.right";
    static final String UP = "face.up";
    static final String DOWN = "face.down";
    static final String FAR_LEFT = "face.far-left";
    static final String FAR_RIGHT = "face.far-right";
    static final String FAR_UP = "face.far-up";
    static final String FAR_DOWN = "face.far-down";

    private FaceKeys() {}

    public static KeyTable table() {
        return KeyTable.in(Place.FACES)
                .press(NEXT, "Tab", "N")
                .press(PREVIOUS, "Shift+Tab", "Shift+N")
                .press(POINT_NEXT, "Page Down")
                .press(POINT_PREVIOUS, "Page Up")
                .press(CHOOSE, "Enter")
                .press(ADD, "A")
                .press(REMOVE, "Delete", "Backspace")
                .press(SOURCE, "S")
                .press(CLEAR, "Shift+Delete", "Shift+Backspace")
                .press(LEFT, "Left")
                .press(RIGHT, "Right")
                .press(UP, "Up")
                .press(DOWN, "Down")
                .press(FAR_LEFT, "Shift+Left")
                .press(FAR_RIGHT, "Shift+Right")
                .press(FAR_UP, "Shift+Up")
                .press(FAR_DOWN, "Shift+Down");
    }
}
