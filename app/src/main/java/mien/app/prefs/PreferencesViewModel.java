package mien.app.prefs;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The preferences as they are now; every change is kept and told at once. */
public final class PreferencesViewModel {

    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private final Consumer<Preferences> changed;

    /**
     * @param changed told of the preferences after each change, to save and to follow them
     */
    public PreferencesViewModel(Preferences preferences, Consumer<Preferences> changed) {
        this.preferences = new ReadOnlyObjectWrapper<>(preferences);
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    public Preferences now() {
        return preferences.get();
    }

    /** One change; nothing happens if it changes nothing. */
    public void change(UnaryOperator<Preferences> change) {
        Preferences next = change.apply(now());
        if (!next.equals(now())) {
            preferences.set(next);
            changed.accept(next);
        }
    }

    /** One change of how edits run, are shown, kept and exported. */
    public void changeWork(UnaryOperator<Work> change) {
        change(p -> p.withWork(change.apply(p.work())));
    }
}
