package mien.app.canvas;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.RotateEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.input.ZoomEvent;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.PointerSample;
import mien.app.canvas.tool.Tool;

/**
 * What hands do over the canvas: Space and the middle button move the view, Shift+Space turns it,
 * Ctrl+Space zooms; everything else is the tool's.
 */
final class Gestures {

    private static final double ZOOM_PER_NOTCH = 1.18;
    private static final double NOTCH = 40; // what one notch of a wheel reports
    private static final double ZOOM_PER_CLICK = 2;
    private static final double DRAG_TO_DOUBLE = 120; // view pixels
    private static final double CLICK = 3; // a press that moves less is a click
    private static final double STEP = 48; // of an arrow key
    private static final double LARGE_STEP = 240;

    private enum Drag {
        NONE,
        PAN,
        TURN,
        ZOOM,
        TOOL
    }

    private final CanvasView canvas;
    private Drag drag = Drag.NONE;
    private MouseButton button = MouseButton.NONE;
    private boolean spaceHeld;
    private boolean fingers; // two of them are on a trackpad
    private Optional<Pointer> pointer = Optional.empty();
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;
    private Viewport start = new Viewport(1, 0, 0);
    private Compare.Side side = Compare.OFF.sides(new Viewport.Size(1, 1)).after();

    Gestures(CanvasView canvas) {
        this.canvas = canvas;
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(e -> left());
        canvas.setOnScrollStarted(e -> fingers = true);
        canvas.setOnScroll(this::scrolled);
        canvas.setOnScrollFinished(e -> fingers = false);
        canvas.setOnZoom(this::pinched);
        canvas.setOnRotate(this::twisted);
        canvas.setOnKeyPressed(this::keyPressed);
        canvas.setOnKeyReleased(this::keyReleased);
        canvas.setOnDragOver(this::filesOver);
        canvas.setOnDragDropped(this::filesDropped);
    }

    /** Where the pointer is; empty while it is elsewhere. */
    Optional<Pointer> pointer() {
        return canvas.byKeys().pointer().or(() -> pointer);
    }

    /** Whether the tool is being dragged. */
    boolean grasping() {
        return drag == Drag.TOOL || canvas.byKeys().holding();
    }

    void setSpaceHeld(boolean held) {
        spaceHeld = held;
        pointer.ifPresent(this::showCursor);
    }

    /** Ends what is being dragged without keeping it; else the pointer that keys move. */
    boolean cancel() {
        boolean ours = drag != Drag.NONE && drag != Drag.TOOL;
        if (ours) {
            canvas.place(start);
        }
        drag = Drag.NONE;
        boolean given = canvas.tool().map(Tool::cancel).orElse(false) || ours;
        return canvas.byKeys().gaveUp(given);
    }

    private Pointer at(MouseEvent e, MouseButton pressed) {
        return at(
                x(e.getX()),
                y(e.getY()),
                pressed,
                pressed == MouseButton.NONE ? 0 : e.getClickCount(),
                new Pointer.Held(e.isShiftDown(), e.isShortcutDown(), e.isAltDown()));
    }

    private Pointer at(double x, double y, MouseButton pressed, int clicks, Pointer.Held held) {
        Point2D p = canvas.viewport().toPicture(x, y);
        Pointer now =
                new Pointer(
                        PointerSample.of(p.getX(), p.getY(), System.nanoTime()),
                        canvas.viewport(),
                        canvas.picture(),
                        pressed,
                        clicks,
                        held);
        pointer = Optional.of(now);
        return now;
    }

    /** Where the viewport has what is at a column: the same for both pictures side by side. */
    private double x(double viewX) {
        return viewX - side.dx();
    }

    private double y(double viewY) {
        return viewY - side.dy();
    }

    /** A drag stays with the picture it began on. */
    private void choose(double viewX, double viewY) {
        if (drag == Drag.NONE) {
            side = canvas.sides().at(viewX, viewY);
        }
    }

    private void pressed(MouseEvent e) {
        canvas.requestFocus();
        if (drag != Drag.NONE || canvas.byKeys().holding()) {
            return; // a second button changes nothing
        }
        canvas.byKeys().end(); // the mouse is in hand
        choose(e.getX(), e.getY());
        startX = lastX = x(e.getX());
        startY = lastY = y(e.getY());
        start = canvas.viewport();
        button = e.getButton();
        Pointer at = at(e, button);
        drag = kind(e, at);
        showCursor(at);
        canvas.repaint();
    }

    private Drag kind(MouseEvent e, Pointer at) {
        if (e.getButton() == MouseButton.MIDDLE) {
            return e.isShiftDown() ? Drag.TURN : Drag.PAN;
        }
        if (spaceHeld && e.getButton() == MouseButton.PRIMARY) {
            return e.isShiftDown() ? Drag.TURN : e.isShortcutDown() ? Drag.ZOOM : Drag.PAN;
        }
        boolean taken =
                canvas.handlesWanted() && canvas.tool().filter(t -> t.press(at)).isPresent();
        return taken ? Drag.TOOL : Drag.NONE;
    }

    private void dragged(MouseEvent e) {
        double x = x(e.getX());
        double y = y(e.getY());
        switch (drag) {
            case PAN -> canvas.place(canvas.viewport().moved(x - lastX, y - lastY));
            case TURN -> turn(x, y);
            case ZOOM -> {
                double factor = Math.pow(2, (x - startX) / DRAG_TO_DOUBLE);
                canvas.place(start.zoomedAt(startX, startY, factor));
            }
            case TOOL -> {
                Pointer at = at(e, button);
                canvas.tool().ifPresent(t -> t.drag(at));
                canvas.repaint();
            }
            case NONE -> moved(e);
        }
        lastX = x;
        lastY = y;
    }

    /** By the angle that the pointer went round the middle of the view. */
    private void turn(double toX, double toY) {
        double x = canvas.room().width() / 2;
        double y = canvas.room().height() / 2;
        double from = Math.atan2(startY - y, startX - x);
        double to = Math.atan2(toY - y, toX - x);
        canvas.place(start.turnedAt(x, y, Math.toDegrees(to - from)));
    }

    private void released(MouseEvent e) {
        if (e.getButton() != button || drag == Drag.NONE) {
            return;
        }
        Drag ended = drag;
        drag = Drag.NONE;
        if (ended == Drag.TOOL) {
            Pointer at = at(e, button);
            canvas.tool().ifPresent(t -> t.release(at));
        } else if (ended == Drag.ZOOM
                && Math.hypot(x(e.getX()) - startX, y(e.getY()) - startY) < CLICK) {
            double factor = e.isAltDown() ? 1 / ZOOM_PER_CLICK : ZOOM_PER_CLICK;
            canvas.place(start.zoomedAt(startX, startY, factor));
        }
        showCursor(at(e, MouseButton.NONE));
        canvas.repaint();
    }

    private void moved(MouseEvent e) {
        choose(e.getX(), e.getY());
        canvas.swipe(e.getX(), e.getY());
        if (canvas.byKeys().active()) {
            return; // the tool follows one pointer
        }
        Pointer at = at(e, MouseButton.NONE);
        canvas.tool().ifPresent(t -> t.hover(at));
        showCursor(at);
        canvas.repaint();
    }

    private void left() {
        if (drag == Drag.NONE && !canvas.byKeys().active()) {
            pointer = Optional.empty();
            canvas.tool().ifPresent(Tool::away);
            canvas.repaint();
        }
    }

    private void showCursor(Pointer at) {
        Cursor cursor =
                switch (drag) {
                    case PAN -> Cursor.CLOSED_HAND;
                    case TURN -> Cursor.CROSSHAIR;
                    case ZOOM -> Cursor.H_RESIZE;
                    case TOOL, NONE ->
                            spaceHeld
                                    ? Cursor.OPEN_HAND
                                    : canvas.tool()
                                            .filter(t -> canvas.handlesWanted())
                                            .map(t -> t.cursor(at))
                                            .orElse(Cursor.DEFAULT);
                };
        if (cursor != canvas.getCursor()) {
            canvas.setCursor(cursor);
        }
    }

    private void scrolled(ScrollEvent e) {
        Pointer.Held held = new Pointer.Held(e.isShiftDown(), e.isShortcutDown(), e.isAltDown());
        double along = e.getDeltaY() == 0 ? e.getDeltaX() : e.getDeltaY(); // Shift exchanges them
        choose(e.getX(), e.getY());
        double x = x(e.getX());
        double y = y(e.getY());
        Pointer at = at(x, y, MouseButton.NONE, 0, held);
        boolean modified = held.shift() || held.ctrl() || held.alt();
        if (modified && canvas.tool().filter(t -> t.scroll(at, along / NOTCH)).isPresent()) {
            canvas.repaint();
        } else if (held.ctrl() || !byFingers(e) && !held.shift()) {
            zoom(x, y, Math.pow(ZOOM_PER_NOTCH, along / NOTCH));
        } else {
            canvas.place(canvas.viewport().moved(e.getDeltaX(), e.getDeltaY()));
        }
        e.consume();
    }

    /** A wheel turns in notches, one way; fingers begin, glide, end, and go in all directions. */
    private boolean byFingers(ScrollEvent e) {
        return fingers || e.isInertia() || e.getTouchCount() > 0 || e.getDeltaX() != 0;
    }

    private void pinched(ZoomEvent e) {
        choose(e.getX(), e.getY());
        zoom(x(e.getX()), y(e.getY()), e.getZoomFactor());
        e.consume();
    }

    private void twisted(RotateEvent e) {
        choose(e.getX(), e.getY());
        canvas.place(canvas.viewport().turnedAt(x(e.getX()), y(e.getY()), e.getAngle()));
        e.consume();
    }

    private void zoom(double x, double y, double factor) {
        if (factor != 1 && factor > 0) {
            canvas.place(canvas.viewport().zoomedAt(x, y, factor));
        }
    }

    private Pointer at(DragEvent e) {
        return at(x(e.getX()), y(e.getY()), MouseButton.NONE, 0, Pointer.Held.NOTHING);
    }

    private static List<Path> files(DragEvent e) {
        return e.getDragboard().getFiles().stream().map(File::toPath).toList();
    }

    private void filesOver(DragEvent e) {
        Pointer at = at(e);
        canvas.tool().ifPresent(t -> t.hover(at));
        canvas.repaint();
        if (canvas.tool().filter(t -> t.accepts(at, files(e))).isPresent()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        }
    }

    private void filesDropped(DragEvent e) {
        Pointer at = at(e);
        Optional<Tool> taking = canvas.tool().filter(t -> t.accepts(at, files(e)));
        taking.ifPresent(
                t -> {
                    t.take(at, files(e));
                    e.setDropCompleted(true);
                    e.consume();
                });
    }

    private void keyPressed(KeyEvent e) {
        if (canvas.byKeys().pressed(e) || toTool(e) || pan(e)) {
            e.consume();
        }
    }

    /** A key that nothing else wanted. */
    boolean toTool(KeyEvent e) {
        boolean taken = canvas.tool().filter(t -> t.keyPressed(e)).isPresent();
        if (taken) {
            pointer.ifPresent(this::showCursor);
            canvas.repaint();
        }
        return taken;
    }

    /** A key is let go, wherever it went down. */
    void keyReleased(KeyEvent e) {
        canvas.byKeys().released(e);
        canvas.tool().ifPresent(t -> t.keyReleased(e));
    }

    /** Arrows show what lies that way. */
    private boolean pan(KeyEvent e) {
        if (!e.getCode().isArrowKey() || e.isShortcutDown() || e.isAltDown()) {
            return false;
        }
        double step = e.isShiftDown() ? LARGE_STEP : STEP;
        KeyCode key = e.getCode();
        double dx = key == KeyCode.LEFT ? step : key == KeyCode.RIGHT ? -step : 0;
        double dy = key == KeyCode.UP ? step : key == KeyCode.DOWN ? -step : 0;
        canvas.place(canvas.viewport().moved(dx, dy));
        return true;
    }
}
