package mien.app.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Listens for keys and asks for what they mean. A key that a control uses for itself never comes
 * here; letters stay with the field that is typed in.
 */
public final class KeyRouter {

    private final Node root;
    private final Supplier<KeyMap> map;
    private final Predicate<Place> active;
    private final Map<String, Runnable> presses = new HashMap<>();
    private final Map<String, Consumer<Boolean>> holds = new HashMap<>();
    private final Map<KeyCode, String> down = new HashMap<>(); // held actions by their keys

    /**
     * @param active whether a place is where the person works now
     */
    public KeyRouter(Node root, Supplier<KeyMap> map, Predicate<Place> active) {
        this.root = root;
        this.map = map;
        this.active = active;
        root.addEventFilter(KeyEvent.ANY, this::held);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** What an action does. */
    public KeyRouter on(String id, Runnable action) {
        presses.put(id, action);
        return this;
    }

    /** What an action does as long as its key is down: told true, then false. */
    public KeyRouter whileHeld(String id, Consumer<Boolean> action) {
        holds.put(id, action);
        return this;
    }

    private boolean typing() {
        return root.getScene() != null
                && root.getScene().getFocusOwner() instanceof TextInputControl;
    }

    private Optional<KeyAction> asked(KeyEvent e) {
        return map.get().asked(e, active, typing());
    }

    private void held(KeyEvent e) {
        if (e.getEventType() == KeyEvent.KEY_RELEASED) {
            Optional.ofNullable(down.remove(e.getCode()))
                    .ifPresent(
                            id -> {
                                holds.get(id).accept(false);
                                e.consume();
                            });
        } else if (e.getEventType() == KeyEvent.KEY_PRESSED) {
            asked(e).filter(a -> a.held() && holds.containsKey(a.id()))
                    .ifPresent(
                            a -> {
                                if (down.put(e.getCode(), a.id()) == null) { // not a repetition
                                    holds.get(a.id()).accept(true);
                                }
                                e.consume();
                            });
        }
    }

    private void pressed(KeyEvent e) {
        asked(e).filter(a -> !a.held())
                .map(a -> presses.get(a.id()))
                .ifPresent(
                        action -> {
                            action.run();
                            e.consume();
                        });
    }
}
