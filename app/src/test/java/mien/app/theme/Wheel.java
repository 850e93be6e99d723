package mien.app.theme;

import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/** The wheel of a mouse; turned through a robot its direction depends on the system. */
public final class Wheel {

    private Wheel() {}

    /**
     * Over a node, on the window's thread.
     *
     * @param up in screen units; below 0: down
     */
    public static void turn(Node over, double up) {
        over.fireEvent(
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        0,
                        0,
                        0,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        up,
                        0,
                        up,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }
}
