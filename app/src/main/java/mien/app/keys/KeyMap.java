package mien.app.keys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;

/**
 * All actions with the keys that ask for them now. It does not change: each change gives another
 * map.
 */
public final class KeyMap {

    private final List<KeyAction> actions;
    private final Map<String, List<Gesture>> changed;

    private KeyMap(List<KeyAction> actions, Map<String, List<Gesture>> changed) {
        this.actions = List.copyOf(actions);
        this.changed = Map.copyOf(changed);
        Set<String> ids = new HashSet<>();
        for (KeyAction action : actions) {
            if (!ids.add(action.id())) {
                throw new IllegalArgumentException("two actions are called " + action.id());
            }
        }
    }

    /** The map of some tables, as they are. */
    public static KeyMap of(KeyTable... tables) {
        return new KeyMap(Stream.of(tables).flatMap(t -> t.actions().stream()).toList(), Map.of());
    }

    /**
     * With what the artist changed; what is not understood (a key another system has, an action
     * that is gone) is left out.
     *
     * @param changes gestures by action, as {@link #changes} gave them
     */
    public KeyMap changedBy(Map<String, List<String>> changes) {
        Map<String, List<Gesture>> known = new HashMap<>();
        for (KeyAction action : actions) {
            Optional.ofNullable(changes.get(action.id()))
                    .ifPresent(texts -> known.put(action.id(), understood(texts)));
        }
        return new KeyMap(actions, known);
    }

    private static List<Gesture> understood(List<String> texts) {
        return texts.stream().flatMap(text -> Gesture.read(text).stream()).toList();
    }

    /** What the artist changed, for the preferences. */
    public Map<String, List<String>> changes() {
        Map<String, List<String>> texts = new TreeMap<>();
        changed.forEach((id, g) -> texts.put(id, g.stream().map(Gesture::text).toList()));
        return texts;
    }

    /** In the order of the tables. */
    public List<KeyAction> actions() {
        return actions;
    }

    public List<Gesture> gestures(KeyAction action) {
        return changed.getOrDefault(action.id(), action.defaults());
    }

    /** The keys of an action as keyboards write them, for menus and tooltips; often one. */
    public Optional<String> shown(String id) {
        return actions.stream()
                .filter(a -> a.id().equals(id))
                .flatMap(a -> gestures(a).stream())
                .map(Gesture::shown)
                .findFirst();
    }

    public boolean changed(KeyAction action) {
        return changed.containsKey(action.id());
    }

    /** One more key for an action. */
    public KeyMap adding(KeyAction action, Gesture gesture) {
        List<Gesture> more = new ArrayList<>(gestures(action));
        if (!more.contains(gesture)) {
            more.add(gesture);
        }
        return with(action, more);
    }

    /** An action without one of its keys. */
    public KeyMap removing(KeyAction action, Gesture gesture) {
        return with(action, gestures(action).stream().filter(g -> !g.equals(gesture)).toList());
    }

    private KeyMap with(KeyAction action, List<Gesture> gestures) {
        if (gestures.equals(action.defaults())) {
            return resetting(action);
        }
        Map<String, List<Gesture>> all = new HashMap<>(changed);
        all.put(action.id(), List.copyOf(gestures));
        return new KeyMap(actions, all);
    }

    /** An action as it came. */
    public KeyMap resetting(KeyAction action) {
        Map<String, List<Gesture>> all = new HashMap<>(changed);
        all.remove(action.id());
        return new KeyMap(actions, all);
    }

    /** Everything as it came. */
    public KeyMap reset() {
        return new KeyMap(actions, Map.of());
    }

    /**
     * What a key asks for: of several the one of the innermost place.
     *
     * @param active whether a place is where the person works now; the window always is
     * @param typing whether a field has the focus: then its letters stay with it
     */
    public Optional<KeyAction> asked(KeyEvent e, Predicate<Place> active, boolean typing) {
        return actions.stream()
                .filter(a -> a.place().equals(Place.WINDOW) || active.test(a.place()))
                .filter(
                        a ->
                                gestures(a).stream()
                                        .anyMatch(g -> g.asked(e) && !(typing && g.typed())))
                .max(
                        Comparator.comparingInt((KeyAction a) -> a.place().depth())
                                .thenComparing(a -> -actions.indexOf(a)));
    }

    /** Every two actions that the same keys ask for where both can be asked for. */
    public List<Conflict> conflicts() {
        List<Conflict> all = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            for (KeyAction second : actions.subList(i + 1, actions.size())) {
                KeyAction first = actions.get(i);
                if (first.place().together(second.place())) {
                    boolean shadowed = !first.place().equals(second.place());
                    gestures(first).stream()
                            .filter(gestures(second)::contains)
                            .forEach(g -> all.add(new Conflict(g, first, second, shadowed)));
                }
            }
        }
        return all;
    }
}
