package mien.app.models;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mien.app.job.Jobs;
import mien.app.text.Saying;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.model.Finding;
import mien.engine.model.ModelDesk;
import mien.engine.model.ModelPack;
import org.slf4j.LoggerFactory;

/**
 * One file on its way into the library: looked at, perhaps told by the artist what it is, then
 * checked and installed. All methods belong to the window's thread.
 */
public final class ImportViewModel {

    private static final long TOLD_EVERY = 4 << 20; // bytes between two reports of progress

    private final Jobs jobs;
    private final ModelDesk desk;
    private final Path file;
    private final Runnable installed;
    private final ReadOnlyObjectWrapper<ImportState> state =
            new ReadOnlyObjectWrapper<>(new ImportState.Looking());
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty link = new SimpleBooleanProperty();
    private Optional<String> said = Optional.empty();
    private volatile boolean cancelled;
    private long looks; // counts, so that an answer that comes late is let go

    ImportViewModel(Jobs jobs, ModelDesk desk, Path file, Runnable installed) {
        this.jobs = jobs;
        this.desk = desk;
        this.file = file;
        this.installed = installed;
        look();
    }

    public Path file() {
        return file;
    }

    public ReadOnlyObjectProperty<ImportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the model will be called. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Whether the file stays where it is and is only pointed to. */
    public BooleanProperty linkProperty() {
        return link;
    }

    /** What the artist said the file is. */
    public Optional<String> said() {
        return said;
    }

    /** The artist knows better what the file is; it is then compared with that one alone. */
    public void say(String checkpoint) {
        said = Optional.of(checkpoint);
        look();
    }

    /** Mien says again what the file is. */
    public void unsay() {
        said = Optional.empty();
        look();
    }

    private record Looked(Finding finding, String name) {}

    private void look() {
        long number = ++looks;
        Optional<String> meant = said;
        state.set(new ImportState.Looking());
        jobs.fetch(
                () -> {
                    Finding finding = desk.look(file, meant);
                    return new Looked(finding, desk.proposedName(finding));
                },
                looked -> {
                    if (number == looks) {
                        name.set(looked.name());
                        state.set(new ImportState.Found(looked.finding()));
                    }
                },
                e -> {
                    if (number == looks) {
                        state.set(new ImportState.Failed(saying(e), Optional.empty()));
                    }
                });
    }

    /** Checks the file strictly and installs it; only after it was found to be installable. */
    public void install() {
        if (!(state.get() instanceof ImportState.Found found) || !found.finding().installable()) {
            return;
        }
        cancelled = false;
        state.set(new ImportState.Checking());
        String wanted = name.get().strip();
        boolean pointed = link.get();
        jobs.fetch(
                () -> desk.install(found.finding(), wanted, pointed, new Watch()::copied),
                this::done,
                e ->
                        state.set(
                                e instanceof Cancelled
                                        ? found
                                        : new ImportState.Failed(
                                                saying(e), Optional.of(found.finding()))));
    }

    private void done(ModelPack pack) {
        state.set(new ImportState.Installed(pack));
        installed.run();
    }

    /** After a failure: back to what was found, to try again; or looks once more. */
    public void again() {
        if (state.get() instanceof ImportState.Failed failed) {
            failed.finding().ifPresentOrElse(f -> state.set(new ImportState.Found(f)), this::look);
        }
    }

    /** Ends the installing; nothing of it stays. */
    public void cancel() {
        cancelled = true;
    }

    /** Tells of the copying now and then, and ends it. */
    private final class Watch {
        private long told = -TOLD_EVERY;

        void copied(long done, long all) {
            if (cancelled) {
                throw new Cancelled();
            }
            if (done - told >= TOLD_EVERY || done == all) {
                told = done;
                jobs.window().execute(() -> show(new ImportState.Copying(done, all)));
            }
        }
    }

    private void show(ImportState.Copying copying) {
        boolean going =
                state.get() instanceof ImportState.Checking
                        || state.get() instanceof ImportState.Copying;
        if (going) {
            state.set(copying);
        }
    }

    static Saying saying(RuntimeException e) {
        if (e instanceof EditException) {
            return Saying.sentence(e.getMessage());
        }
        LoggerFactory.getLogger(ImportViewModel.class).error("a model cannot be handled", e);
        return Saying.of("models.failed", String.valueOf(e));
    }
}
