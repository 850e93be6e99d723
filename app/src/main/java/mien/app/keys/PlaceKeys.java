package mien.app.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * What the keys of one place do, for something that is handed key events rather than listening for
 * them, such as a tool on the canvas.
 */
public final class PlaceKeys {

    private final Place place;
    private final Supplier<KeyMap> map;
    private final Map<String, Deed> deeds = new HashMap<>();
    private final Map<KeyCode, Runnable> ends = new HashMap<>(); // of the keys that are down

    private record Deed(BooleanSupplier begin, Runnable end) {}

    public PlaceKeys(Place place, Supplier<KeyMap> map) {
        this.place = place;
        this.map = map;
    }

    /** What an action does. */
    public PlaceKeys on(String id, Runnable action) {
        return on(
                id,
                () -> {
                    action.run();
                    return true;
                },
                () -> {});
    }

    /** What an action does as long as its key is down: told true, then false. */
    public PlaceKeys whileHeld(String id, Consumer<Boolean> action) {
        return on(
                id,
                () -> {
                    action.accept(true);
                    return true;
                },
                () -> action.accept(false));
    }

    /**
     * What an action does that repeats while its key is down.
     *
     * @param begin does it; tells whether there was something to do, else the key means what it
     *     means elsewhere
     * @param end is run when the key is let go
     */
    public PlaceKeys on(String id, BooleanSupplier begin, Runnable end) {
        deeds.put(id, new Deed(begin, end));
        return this;
    }

    /** Whether the key was one of these, and did something. */
    public boolean pressed(KeyEvent e) {
        Optional<Deed> deed =
                map.get()
                        .asked(e, place::equals, false)
                        .map(KeyAction::id)
                        .map(deeds::get)
                        .filter(d -> d.begin.getAsBoolean());
        deed.ifPresent(d -> ends.put(e.getCode(), d.end));
        return deed.isPresent();
    }

    /** A key is let go, whether or not its press was one of these. */
    public void released(KeyEvent e) {
        Optional.ofNullable(ends.remove(e.getCode())).ifPresent(Runnable::run);
    }
}
