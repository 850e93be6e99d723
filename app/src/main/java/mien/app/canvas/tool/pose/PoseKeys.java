package mien.app.canvas.tool.pose;

import mien.app.keys.KeyTable;
import mien.app.keys.Place;

/** The keys that move joints. */
public final class PoseKeys {

    static final String LEFT = "pose.left";
    static final String RIGHT = "pose.right";
    static final String UP = "pose.up";
    static final String DOWN = "pose.down";
    static final String FAR_LEFT = "pose.far-left";
    static final String FAR_RIGHT = "pose.far-right";
    static final String FAR_UP = "pose.far-up";
    static final String FAR_DOWN = "pose.far-down";
    static final String TURN = "pose.turn";
    static final String SHOWN = "pose.shown";
    static final String HIDE = "pose.hide";
    static final String LIMB = "pose.limb";
    static final String ALL = "pose.all";
    static final String MIRROR = "pose.mirror";
    static final String COPY = "pose.copy";
    static final String PASTE = "pose.paste";

    private PoseKeys() {}

    public static KeyTable table() {
        return KeyTable.in(Place.SKELETON)
                .press(LEFT, "Left")
                .press(RIGHT, "Right")
                .press(UP, "Up")
                .press(DOWN, "Down")
                .press(FAR_LEFT, "Shift+Left")
                .press(FAR_RIGHT, "Shift+Right")
                .press(FAR_UP, "Shift+Up")
                .press(FAR_DOWN, "Shift+Down")
                .hold(TURN, "R")
                .press(SHOWN, "H")
                .press(HIDE, "Delete", "Backspace")
                .press(LIMB, "G")
                .press(ALL, "Shortcut+A")
                .press(MIRROR, "Shift+M")
                .press(COPY, "Shortcut+C")
                .press(PASTE, "Shortcut+V");
    }
}
