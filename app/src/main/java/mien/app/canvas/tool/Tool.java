package mien.app.canvas.tool;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import mien.app.canvas.Viewport;

/** A handle on the canvas. Points are in the view; {@link Frame} says where the picture lies. */
public interface Tool {

    /**
     * The view as a tool sees it.
     *
     * @param viewport where the picture lies
     * @param picture its size in its own pixels
     * @param inks the colours of the theme
     */
    record Frame(Viewport viewport, Viewport.Size picture, Inks inks) {}

    /** The colours handles are drawn in; they come from the style sheets. */
    record Inks(Paint handle, Paint line, Paint shade) {}

    void paint(GraphicsContext g, Frame frame);

    /** Whether the handle is at a point, so that a press there grasps it. */
    boolean at(double x, double y, Frame frame);

    /** The grasped handle is moved. */
    void drag(double x, double y, Frame frame);

    /** The handle is let go. */
    void release();
}
