package mien.app.canvas.tool;

import javafx.scene.input.MouseButton;
import mien.app.canvas.Viewport;

/**
 * What the pointer does over the canvas, in the coordinates of the picture however the view is
 * zoomed, turned or mirrored.
 *
 * @param sample where it is; it may lie outside the picture
 * @param viewport where the picture lies in the view
 * @param picture the picture's size in its own pixels
 * @param button the pressed one; {@code NONE} while the pointer hovers or scrolls
 * @param clicks 1 for a press, 2 for the second press of a double click, …; 0 while it hovers
 * @param held keys that are held meanwhile
 */
public record Pointer(
        PointerSample sample,
        Viewport viewport,
        Viewport.Size picture,
        MouseButton button,
        int clicks,
        Held held) {

    /**
     * Keys that are held.
     *
     * @param ctrl Ctrl, or Cmd on a Mac
     */
    public record Held(boolean shift, boolean ctrl, boolean alt) {

        public static final Held NOTHING = new Held(false, false, false);
    }

    public double x() {
        return sample.x();
    }

    public double y() {
        return sample.y();
    }

    public boolean shift() {
        return held.shift;
    }

    public boolean ctrl() {
        return held.ctrl;
    }

    public boolean alt() {
        return held.alt;
    }

    public boolean primary() {
        return button == MouseButton.PRIMARY;
    }

    public boolean secondary() {
        return button == MouseButton.SECONDARY;
    }

    /** A length on the screen, such as the size of a grip, in pixels of the picture. */
    public double inPicture(double viewLength) {
        return viewLength / viewport.scale();
    }

    /** How far a point of the picture is from the pointer on the screen, in view pixels. */
    public double distance(double pictureX, double pictureY) {
        return viewport.scale() * Math.hypot(x() - pictureX, y() - pictureY);
    }
}
