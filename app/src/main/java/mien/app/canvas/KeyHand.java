package mien.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.MouseButton;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.PointerSample;
import mien.app.canvas.tool.Tool;

/**
 * A pointer that keys move and press instead of a hand. The tool is told the same as by a mouse, so
 * that strokes and steps of the history are the same; only a key is not held meanwhile: one press
 * begins, the next one ends.
 */
final class KeyHand {

    private static final double CLOSE = 6; // to the first corner, in view pixels
    private static final int AREA = 3; // corners

    private final Supplier<Viewport> viewport;
    private final Supplier<Optional<Tool>> tool;
    private Optional<KeyPointer> where = Optional.empty();
    private Optional<Grip> grip = Optional.empty();

    /**
     * What was begun and has not ended.
     *
     * @param corners that are set; where it began, if it takes none
     */
    private record Grip(Tool.KeyPress kind, Pointer.Held held, List<KeyPointer> corners) {

        Grip with(KeyPointer corner) {
            List<KeyPointer> more = new ArrayList<>(corners);
            more.add(corner);
            return new Grip(kind, held, List.copyOf(more));
        }
    }

    /**
     * @param viewport where the picture lies now
     * @param tool what can be used now
     */
    KeyHand(Supplier<Viewport> viewport, Supplier<Optional<Tool>> tool) {
        this.viewport = viewport;
        this.tool = tool;
    }

    /** Where it is; empty: keys move no pointer. */
    Optional<KeyPointer> where() {
        return where;
    }

    /** Whether something was begun and has not ended. */
    boolean holding() {
        return grip.isPresent();
    }

    /** The same for a tool. */
    Optional<Pointer> pointer() {
        return where.map(this::hovering);
    }

    /** Keys move a pointer from now on. */
    void enter(KeyPointer at) {
        where = Optional.of(at);
        tool.get().ifPresent(t -> t.hover(hovering(at)));
    }

    /** Keys move none any more; what was begun must have ended or been given up. */
    void leave() {
        grip = Optional.empty();
        where = Optional.empty();
        tool.get().ifPresent(Tool::away);
    }

    /** The tool gave up what was begun; tells whether something was. */
    boolean letGo() {
        boolean held = holding();
        grip = Optional.empty();
        return held;
    }

    void move(KeyPointer.Way way, KeyPointer.Reach reach) {
        where = where.map(p -> p.moved(way, reach, viewport.get()));
        where.ifPresent(p -> tool.get().ifPresent(t -> follow(t, p)));
    }

    private void follow(Tool t, KeyPointer to) {
        Optional<Grip> dragging = grip.filter(g -> g.kind == Tool.KeyPress.DRAG);
        dragging.ifPresentOrElse(g -> t.drag(pressing(to, g.held)), () -> t.hover(hovering(to)));
    }

    /**
     * A key presses: what was begun ends or gets a corner, else the tool begins.
     *
     * @param held keys that count as held until it ends
     */
    void press(Pointer.Held held) {
        where.ifPresent(
                p ->
                        tool.get()
                                .ifPresent(
                                        t ->
                                                grip.ifPresentOrElse(
                                                        g -> goOn(t, g, p),
                                                        () -> begin(t, held, p))));
    }

    private void begin(Tool t, Pointer.Held held, KeyPointer at) {
        Pointer pressing = pressing(at, held);
        Tool.KeyPress kind = t.keyPress(pressing);
        if (!t.press(pressing)) {
            return;
        }
        grip = Optional.of(new Grip(kind, held, List.of(at)));
        if (kind == Tool.KeyPress.CLICK) {
            end(t, held, at);
        }
    }

    private void goOn(Tool t, Grip g, KeyPointer at) {
        if (g.kind != Tool.KeyPress.CORNERS || closes(g.corners, at)) {
            end(t, g.held, at);
        } else {
            grip = Optional.of(g.with(at));
            t.drag(pressing(at, g.held));
        }
    }

    /** An outline is closed at its first corner, or where its last one was just set. */
    private boolean closes(List<KeyPointer> corners, KeyPointer at) {
        KeyPointer first = corners.get(0);
        return at.equals(corners.get(corners.size() - 1))
                || corners.size() >= AREA && hovering(at).distance(first.x(), first.y()) <= CLOSE;
    }

    private void end(Tool t, Pointer.Held held, KeyPointer at) {
        grip = Optional.empty();
        t.release(pressing(at, held));
        t.hover(hovering(at));
    }

    private Pointer hovering(KeyPointer at) {
        return at(at, MouseButton.NONE, Pointer.Held.NOTHING);
    }

    private Pointer pressing(KeyPointer at, Pointer.Held held) {
        return at(at, MouseButton.PRIMARY, held);
    }

    private Pointer at(KeyPointer p, MouseButton button, Pointer.Held held) {
        return new Pointer(
                PointerSample.of(p.x(), p.y(), System.nanoTime()),
                viewport.get(),
                p.picture(),
                button,
                button == MouseButton.NONE ? 0 : 1,
                held);
    }
}
