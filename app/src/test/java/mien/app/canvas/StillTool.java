package mien.app.canvas;

import javafx.scene.canvas.GraphicsContext;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;

/** A tool that is only seen: the pointer does nothing with it. */
interface StillTool extends Tool {

    @Override
    default void paint(GraphicsContext g, Frame frame) {}

    @Override
    default boolean press(Pointer at) {
        return false;
    }

    @Override
    default void drag(Pointer at) {}

    @Override
    default void release(Pointer at) {}

    @Override
    default boolean cancel() {
        return false;
    }
}
