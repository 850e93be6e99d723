package mien.app.keys;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The keys as they are now, what is searched for among them, and which one is being recorded. */
public final class KeysViewModel {

    private final ReadOnlyObjectWrapper<KeyMap> map;
    private final ReadOnlyObjectWrapper<Optional<KeyAction>> recording =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty search = new SimpleStringProperty("");
    private final Consumer<Map<String, List<String>>> save;

    /**
     * @param save told of the artist's changes after each one
     */
    public KeysViewModel(KeyMap map, Consumer<Map<String, List<String>>> save) {
        this.map = new ReadOnlyObjectWrapper<>(map);
        this.save = save;
    }

    public ReadOnlyObjectProperty<KeyMap> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** The map now; for those who listen to keys. */
    public KeyMap map() {
        return map.get();
    }

    /** The action whose new key is waited for. */
    public ReadOnlyObjectProperty<Optional<KeyAction>> recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    public StringProperty searchProperty() {
        return search;
    }

    /**
     * The actions that the search finds, by their names or their keys.
     *
     * @param name what an action is called
     */
    public List<KeyAction> found(Function<KeyAction, String> name) {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return map().actions().stream()
                .filter(
                        a ->
                                name.apply(a).toLowerCase(Locale.ROOT).contains(wanted)
                                        || map().gestures(a).stream()
                                                .map(g -> g.shown().toLowerCase(Locale.ROOT))
                                                .anyMatch(g -> g.contains(wanted)))
                .toList();
    }

    /** The next key that is pressed becomes one of the action's. */
    public void record(KeyAction action) {
        recording.set(Optional.of(action));
    }

    public void stopRecording() {
        recording.set(Optional.empty());
    }

    /** A key was pressed while one was waited for. */
    public void recorded(Gesture gesture) {
        Optional<KeyAction> waiting = recording.get();
        stopRecording();
        waiting.ifPresent(a -> change(map().adding(a, gesture)));
    }

    public void remove(KeyAction action, Gesture gesture) {
        change(map().removing(action, gesture));
    }

    /** Of two actions with the same key only the first keeps it. */
    public void settle(Conflict conflict, KeyAction keeps) {
        change(map().removing(conflict.besides(keeps.id()), conflict.gesture()));
    }

    public void reset(KeyAction action) {
        change(map().resetting(action));
    }

    public void resetAll() {
        change(map().reset());
    }

    private void change(KeyMap next) {
        map.set(next);
        save.accept(next.changes());
    }
}
