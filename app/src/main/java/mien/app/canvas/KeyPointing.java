package mien.app.canvas;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import mien.app.canvas.tool.Pointer;
import mien.app.keys.KeyMap;
import mien.app.keys.Place;
import mien.app.keys.PlaceKeys;
import mien.app.text.Texts;

/** A canvas whose tool is used by keys alone: its cross, its keys, and what is said of it. */
final class KeyPointing {

    private final CanvasView canvas;
    private final KeyHand hand;
    private final KeyCross cross = new KeyCross();
    private final Set<PointerKeys.Press> down = EnumSet.noneOf(PointerKeys.Press.class);
    private Optional<PlaceKeys> keys = Optional.empty();
    private Optional<Texts> texts = Optional.empty();
    private String name = ""; // of the canvas while keys move no pointer

    KeyPointing(CanvasView canvas) {
        this.canvas = canvas;
        this.hand =
                new KeyHand(
                        canvas::viewport, () -> canvas.tool().filter(t -> canvas.handlesWanted()));
    }

    KeyCross cross() {
        return cross;
    }

    /** Whether keys move a pointer. */
    boolean active() {
        return hand.where().isPresent();
    }

    /** Whether the tool is being used by keys. */
    boolean holding() {
        return hand.holding();
    }

    Optional<Pointer> pointer() {
        return hand.pointer();
    }

    /**
     * @param map the keys as they are now; it holds {@link PointerKeys#table}
     * @param words says where the pointer is
     */
    void tie(Supplier<KeyMap> map, Texts words) {
        PlaceKeys tied = new PlaceKeys(Place.POINTER, map);
        for (KeyPointer.Reach reach : KeyPointer.Reach.values()) {
            for (KeyPointer.Way way : KeyPointer.Way.values()) {
                tied.on(PointerKeys.id(way, reach), () -> move(way, reach));
            }
        }
        for (PointerKeys.Press press : PointerKeys.Press.values()) {
            once(tied, press);
        }
        keys = Optional.of(tied);
        texts = Optional.of(words);
    }

    /** A key that stays down presses once. */
    private void once(PlaceKeys tied, PointerKeys.Press press) {
        tied.on(
                press.id,
                () -> {
                    if (down.add(press)) {
                        hand.press(press.held);
                        changed();
                    }
                    return true;
                },
                () -> down.remove(press));
    }

    private void move(KeyPointer.Way way, KeyPointer.Reach reach) {
        hand.move(way, reach);
        hand.where()
                .map(p -> p.seenIn(canvas.viewport(), canvas.room()))
                .filter(v -> !v.equals(canvas.viewport()))
                .ifPresent(canvas::place);
        changed();
    }

    /** Begins where there is a tool to use, or ends. */
    void toggle() {
        if (active()) {
            end();
        } else if (canvas.tool().isPresent()) {
            name = Optional.ofNullable(canvas.getAccessibleText()).orElse("");
            canvas.setCursor(Cursor.DEFAULT);
            canvas.requestFocus();
            hand.enter(KeyPointer.middle(canvas.viewport(), canvas.room(), canvas.picture()));
            changed();
        }
    }

    /** Whether the key was one of the pointer's. */
    boolean pressed(KeyEvent e) {
        return active() && keys.filter(k -> k.pressed(e)).isPresent();
    }

    void released(KeyEvent e) {
        keys.ifPresent(k -> k.released(e));
    }

    /**
     * The tool gave up what was begun.
     *
     * @param something whether it had anything to give up; if not, there is the pointer to leave
     * @return whether there was anything
     */
    boolean gaveUp(boolean something) {
        boolean held = hand.letGo();
        if (!held && !something && active()) {
            leave();
            return true;
        }
        if (held) {
            changed();
        }
        return held || something;
    }

    /** Keys move no pointer any more; what they began is given up. */
    void end() {
        if (holding()) {
            canvas.cancel();
        }
        leave();
    }

    private void leave() {
        if (active()) {
            hand.leave();
            say(name);
            canvas.repaint();
        }
    }

    private void changed() {
        canvas.repaint();
        hand.where().ifPresent(p -> texts.ifPresent(t -> say(spoken(t, p))));
    }

    private String spoken(Texts t, KeyPointer p) {
        String where = t.text("canvas.pointer", name, p.x(), p.y());
        return hand.holding() ? t.text("canvas.pointer.pressed", where) : where;
    }

    private void say(String words) {
        canvas.setAccessibleText(words);
        canvas.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /**
     * Draws the cross.
     *
     * @param drawn where the picture lies in the view
     */
    void paint(Viewport drawn) {
        hand.where()
                .ifPresentOrElse(
                        p -> cross.show(drawn.toView(p.x(), p.y()), hand.holding()),
                        () -> cross.setVisible(false));
    }
}
