package mien.app.edit;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;

/**
 * How the next edit is run: as the last one was, but for its steps. How many are right depends on
 * the system, so that they are what was chosen for it before, and what its model was made for where
 * nothing was. Belongs to the window's thread.
 */
public final class RunHabits {

    private final Map<String, Integer> steps;
    private RunSettings last;

    /** Nothing was chosen for any system. */
    public RunHabits(RunSettings first) {
        this(first, Map.of());
    }

    /**
     * @param first how the first edit is run; its steps are for all systems without any of their
     *     own
     * @param steps what was chosen before, by the ids of systems
     */
    public RunHabits(RunSettings first, Map<String, Integer> steps) {
        this.last = first;
        this.steps = new HashMap<>(steps);
    }

    /** How an edit of a system is run. */
    public RunSettings of(EditSystem<?> system) {
        Integer chosen = steps.get(system.id());
        return chosen == null ? last : last.withSteps(chosen);
    }

    /** What all systems have in common: the device, the seed. */
    public RunSettings common() {
        return last;
    }

    /** How many steps were chosen, by the ids of systems. */
    public Map<String, Integer> steps() {
        return Map.copyOf(steps);
    }

    /** All edits from now on. */
    public void change(UnaryOperator<RunSettings> change) {
        last = change.apply(last);
    }

    /** Learns from what is chosen for an edit; what it came with was not chosen now. */
    public void follow(EditViewModel<?> edit) {
        take(edit);
        edit.settingsProperty()
                .subscribe(
                        (was, is) -> {
                            if (!was.steps().equals(is.steps())) {
                                choose(edit.system(), is.steps());
                            }
                            take(edit);
                        });
    }

    private void choose(EditSystem<?> system, OptionalInt now) {
        now.ifPresentOrElse(n -> steps.put(system.id(), n), () -> steps.remove(system.id()));
    }

    /** Goes on as an edit is run, but for its steps. */
    public void take(EditViewModel<?> edit) {
        last = edit.settingsProperty().get().withSteps(last.steps());
    }
}
