package mien.engine;

import java.util.Optional;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.RunRecord;

/**
 * An edit to be made.
 *
 * @param beginning where it begins: with noise, or at a step of another run
 * @param record keeps its steps beyond this process; empty: they are kept as long as its {@link
 *     mien.engine.job.Job}
 */
public record EditOrder<S extends EditSpec>(
        EditSystem<S> system,
        S spec,
        RunSettings settings,
        Beginning beginning,
        Optional<RunRecord> record) {

    /** From noise, not kept beyond this process. */
    public EditOrder(EditSystem<S> system, S spec, RunSettings settings) {
        this(system, spec, settings, Beginning.NOISE, Optional.empty());
    }

    public EditOrder<S> from(Beginning newBeginning) {
        return new EditOrder<>(system, spec, settings, newBeginning, record);
    }

    public EditOrder<S> recorded(RunRecord newRecord) {
        return new EditOrder<>(system, spec, settings, beginning, Optional.of(newRecord));
    }
}
