package mien.app.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one place, written as a table:
 *
 * <pre>{@code
 * KeyTable.in(Place.MASK)
 *         .press("mask.brush", "B")
 *         .press("mask.larger", "Close Bracket", "Alt+Up")
 *         .hold("mask.subtract", "Q")
 * }</pre>
 */
public final class KeyTable {

    private final Place place;
    private final List<KeyAction> actions = new ArrayList<>();

    private KeyTable(Place place) {
        this.place = place;
    }

    public static KeyTable in(Place place) {
        return new KeyTable(place);
    }

    /** One row: an action and the keys that ask for it. */
    public KeyTable press(String id, String... gestures) {
        return add(id, false, gestures);
    }

    /** An action that lasts for as long as its key is down. */
    public KeyTable hold(String id, String... gestures) {
        return add(id, true, gestures);
    }

    private KeyTable add(String id, boolean held, String... gestures) {
        actions.add(new KeyAction(id, place, Stream.of(gestures).map(Gesture::of).toList(), held));
        return this;
    }

    public List<KeyAction> actions() {
        return List.copyOf(actions);
    }
}
