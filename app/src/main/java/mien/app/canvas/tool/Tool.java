package mien.app.canvas.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Paint;
import mien.app.canvas.Viewport;
import mien.app.pixels.TiledImage;

/**
 * What the pointer and the keys do on the canvas: one tool is active at a time. The canvas keeps
 * panning, zooming and turning the view (Space, the middle button, the wheel) to itself; all else
 * comes here first. It draws the handles anew after every call, so a tool only changes its state.
 *
 * <p>All methods belong to the window's thread.
 */
public interface Tool {

    /**
     * The view that handles are drawn in.
     *
     * @param viewport where the picture lies; {@link Viewport#toView} leads from it to the view
     * @param picture its size in its own pixels
     * @param inks the colours of the theme
     */
    record Frame(Viewport viewport, Viewport.Size picture, Inks inks) {}

    /** The colours handles are drawn in; they come from the style sheets. */
    record Inks(Paint handle, Paint line, Paint shade) {}

    /** What a tool may ask of the canvas it is active on. */
    interface Surface {

        /** Draws the handles again, since what they stand for changed by itself. */
        void repaint();

        /** The pointer as it is now; empty while it is elsewhere. */
        Optional<Pointer> pointer();
    }

    /** The tool becomes the active one. */
    default void enter(Surface surface) {}

    /** Another tool takes over; {@link #cancel} was called before. */
    default void leave() {}

    /**
     * Draws the handles over the picture.
     *
     * @param g in view coordinates; {@link Viewport#transform} sets it to those of the picture. It
     *     is saved before and restored afterwards
     */
    void paint(GraphicsContext g, Frame frame);

    /**
     * Where {@link #paint} draws, so that not all of the view is drawn anew when little changed.
     *
     * @return in view coordinates; empty: anywhere
     */
    default Optional<Bounds> reach(Frame frame) {
        return Optional.empty();
    }

    /**
     * Pixels over the picture, under the handles, as large as the picture however many they are;
     * for those that change, see {@link TiledImage#live}. Asked after every {@link
     * Surface#repaint}.
     */
    default Optional<TiledImage> overlay() {
        return Optional.empty();
    }

    /** Whether the handles are also seen while the pointer is elsewhere. */
    default boolean stays() {
        return false;
    }

    /** How the pointer looks here. */
    default Cursor cursor(Pointer at) {
        return Cursor.DEFAULT;
    }

    /** The pointer moves with no button pressed. */
    default void hover(Pointer at) {}

    /** The pointer leaves the canvas. */
    default void away() {}

    /**
     * A button other than the middle one is pressed.
     *
     * @return whether the tool takes it; if so, {@link #drag} follows, and {@link #release} or
     *     {@link #cancel}
     */
    boolean press(Pointer at);

    /** The pointer moves after a press that was taken; the button is still the pressed one. */
    void drag(Pointer at);

    /** The button is let go: what was done since the press becomes one step of the history. */
    void release(Pointer at);

    /**
     * Esc, or the canvas is taken away in the middle of a drag: what was done since the press is
     * undone, and something that is set down point by point is given up.
     *
     * @return whether there was something to give up
     */
    boolean cancel();

    /** How a press by a key goes on: nobody can hold it and move the pointer as with a mouse. */
    enum KeyPress {
        /** The pointer is dragged until the next press lets go. */
        DRAG,
        /** It is let go at once. */
        CLICK,
        /** Each further press drags to a corner; one on the first or the last lets go. */
        CORNERS
    }

    /** How a press by a key goes on here. With Shift one chooses, and that is a click. */
    default KeyPress keyPress(Pointer at) {
        return at.shift() ? KeyPress.CLICK : KeyPress.DRAG;
    }

    /**
     * The wheel is turned with a key held; without one the canvas zooms.
     *
     * @param notches positive away from the person
     * @return whether the tool takes it
     */
    default boolean scroll(Pointer at, double notches) {
        return false;
    }

    /**
     * Files are held over the canvas.
     *
     * @return whether the tool takes them when they are let go there; else the window does
     */
    default boolean accepts(Pointer at, List<Path> files) {
        return false;
    }

    /** Files that it accepts are let go over the canvas. */
    default void take(Pointer at, List<Path> files) {}

    /**
     * A key is pressed, or repeats, while the canvas or nothing else wants it.
     *
     * @return whether the tool takes it
     */
    default boolean keyPressed(KeyEvent key) {
        return false;
    }

    /** A key is let go, whether or not its press was taken. */
    default void keyReleased(KeyEvent key) {}
}
