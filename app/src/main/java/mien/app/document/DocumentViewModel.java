package mien.app.document;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mien.app.document.journal.Recovery;
import mien.app.document.journal.StateFolder;
import mien.app.job.InOrder;
import mien.app.job.Jobs;
import mien.app.text.Saying;
import mien.engine.edit.EditSystem;
import mien.engine.picture.Picture;

/**
 * The open document of a window: what it says, where it lies, whether it is saved. Every commit is
 * kept on the disk in the background, in order. All methods belong to the window's thread.
 */
public final class DocumentViewModel {

    /** How long closing waits for the disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Jobs jobs;
    private final InOrder disk;
    private final Autosave autosave;
    private final Recovery recovery;
    private final RecentDocuments recent;
    private final ReadOnlyObjectWrapper<Optional<DocumentState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper kept = new ReadOnlyLongWrapper();
    private final ObservableList<Recovery.Found> found = FXCollections.observableArrayList();
    private final ObservableList<Recovery.Found> foundView = // a view made anew lets listeners go
            FXCollections.unmodifiableObservableList(found);
    private final ObservableList<RecentDocuments.Entry> recents =
            FXCollections.observableArrayList();
    private final StringBinding title =
            Bindings.createStringBinding(this::titled, state, file, dirty);
    private final Views views = new Views();
    private final Set<Recovery.Found> putOff = new HashSet<>();
    private Consumer<Saying> problems = saying -> {};
    private Optional<DocumentState> saved = Optional.empty(); // what the file holds
    private long revision; // counts commits
    private long document; // counts documents: what comes late for another is let go
    private Optional<Saying> lastProblem = Optional.empty();
    private boolean autosaving = true;
    private Optional<Path> goal = Optional.empty(); // where it is just being saved

    /**
     * @param folder where unsaved work is kept
     */
    public DocumentViewModel(Jobs jobs, StateFolder folder) {
        this.jobs = jobs;
        this.disk = new InOrder(jobs.background());
        this.autosave = new Autosave(folder);
        this.recovery = new Recovery(folder);
        this.recent = new RecentDocuments(folder.recent());
    }

    /** The document; empty before the first. */
    public ReadOnlyObjectProperty<Optional<DocumentState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where it was opened from or saved to; empty: nowhere yet. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether there is something that the document's file does not hold. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** How many commits the disk has: what was committed last is safe when the numbers meet. */
    public ReadOnlyLongProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** How many commits there were. */
    public long revision() {
        return revision;
    }

    /** For the window's title: a name, with a dot before it while it is not saved. */
    public StringBinding titleBinding() {
        return title;
    }

    /** Unsaved work of windows that are gone; empty until {@link #lookAround} found some. */
    public ObservableList<Recovery.Found> found() {
        return foundView;
    }

    /** Documents that were used lately. */
    public ObservableList<RecentDocuments.Entry> recent() {
        return FXCollections.unmodifiableObservableList(recents);
    }

    /** Who is told what went wrong, a sentence each. */
    public void setProblems(Consumer<Saying> listener) {
        problems = listener;
    }

    /**
     * Looks for unsaved work and for the list of recent documents, in the background.
     *
     * @param looked told when {@link #found} and {@link #recent} are there
     */
    public void lookAround(Runnable looked) {
        find();
        enqueue(
                recent::list,
                all -> {
                    recents.setAll(all);
                    looked.run();
                });
    }

    private void find() {
        enqueue(
                recovery::find,
                all -> found.setAll(all.stream().filter(f -> !putOff.contains(f)).toList()));
    }

    /** A picture becomes a new document; a document that is not saved stays to be found. */
    public void begin(String name, Picture picture) {
        show(DocumentState.of(name, picture), Optional.empty());
        saved = state.get(); // nothing to lose yet
        keep(() -> autosave.opened(Optional.empty()));
    }

    /** A session that was restored from an exported picture becomes a new document. */
    public void begin(DocumentState restored) {
        begin(restored.name(), restored.picture());
        commit(restored);
    }

    /** Opens a document; the newest one asked for wins. */
    public void open(Path chosen, Consumer<DocumentJson.Opened> opened) {
        long number = ++document;
        Supplier<DocumentJson.Opened> read =
                () -> {
                    DocumentJson.Opened content = DocumentFile.read(chosen);
                    recent.add(chosen);
                    return content;
                };
        jobs.fetch(
                read,
                content -> {
                    if (number == document) {
                        show(content.state(), Optional.of(chosen));
                        saved = state.get();
                        keep(() -> autosave.opened(Optional.of(chosen)));
                        enqueue(recent::list, recents::setAll);
                        content.lost().forEach(problems);
                        opened.accept(content);
                    }
                },
                this::failed);
    }

    private void show(DocumentState next, Optional<Path> from) {
        keepBehind();
        document++;
        revision = 0;
        kept.set(0);
        goal = Optional.empty();
        views.show(next);
        state.set(Optional.of(next));
        file.set(from);
    }

    /** The disk goes on with the document shown; one that was left unsaved is offered again. */
    private void keep(Runnable next) {
        boolean left = dirty.get();
        enqueue(next);
        changed();
        if (left) {
            find();
        }
    }

    /**
     * Edits that came from a file become ones that can be worked on, where their systems are
     * installed; nothing counts as changed. Takes place in the background.
     */
    public void enliven(List<EditSystem<?>> systems, Consumer<DocumentState> live) {
        long number = document;
        DocumentState stored = state.get().orElseThrow();
        jobs.fetch(
                () -> Enlivened.of(stored, systems),
                enlivened -> {
                    if (number == document && state.get().equals(Optional.of(stored))) {
                        saved = saved.equals(state.get()) ? Optional.of(enlivened.state()) : saved;
                        state.set(Optional.of(enlivened.state()));
                        enlivened.problems().forEach(problems);
                        live.accept(enlivened.state());
                    }
                },
                this::failed);
    }

    /** Something was settled: a stroke, a slider, a result, an undo. Commits nothing new twice. */
    public void commit(DocumentState next) {
        if (state.get().equals(Optional.of(next))) {
            return;
        }
        state.set(Optional.of(next));
        revision++;
        changed();
        if (autosaving) {
            keepOnDisk(next);
        }
    }

    /** Whether commits go to the disk at once; what was committed meanwhile goes there now. */
    public void setAutosaving(boolean on) {
        keepBehind();
        autosaving = on;
    }

    /** What was committed while nothing was kept must not go with the document. */
    private void keepBehind() {
        state.get().filter(s -> !autosaving && dirty.get()).ifPresent(this::keepOnDisk);
    }

    private void keepOnDisk(DocumentState next) {
        DocumentState seen = views.on(next);
        long number = revision;
        boolean clean = !dirty.get();
        enqueue(
                () -> {
                    autosave.commit(seen, number, clean);
                    return number;
                },
                done -> {
                    kept.set(Math.max(kept.get(), done));
                    lastProblem = Optional.empty();
                });
    }

    /** How it is looked at. */
    public Views views() {
        return views;
    }

    /**
     * Saves the document where it lies.
     *
     * @return whether it lies anywhere; if not, ask for a place and {@link #saveAs}
     */
    public boolean save() {
        Optional<Path> place = goal.or(file::get);
        place.ifPresent(f -> save(f, false));
        return place.isPresent();
    }

    /** Saves the document elsewhere; the ending is added where it is missing. */
    public void saveAs(Path chosen) {
        save(DocumentNames.named(chosen), true);
    }

    private void save(Path chosen, boolean overwrite) {
        DocumentState held = state.get().orElseThrow();
        DocumentState seen = views.on(held);
        long number = revision;
        long which = document;
        saving.set(true);
        goal = Optional.of(chosen);
        Supplier<Path> writing =
                () -> {
                    autosave.save(seen, number, chosen, overwrite);
                    recent.add(chosen);
                    return chosen;
                };
        jobs.deliver(
                CompletableFuture.supplyAsync(writing, disk),
                done -> {
                    saving.set(false);
                    if (which == document) {
                        goal = goal.filter(g -> !g.equals(chosen));
                        file.set(Optional.of(chosen));
                        saved = Optional.of(held);
                        changed();
                    }
                    enqueue(recent::list, recents::setAll);
                },
                e -> {
                    saving.set(false);
                    goal = goal.filter(g -> !g.equals(chosen));
                    failed(e);
                });
    }

    /** Goes on with unsaved work, in place of the open document. */
    public void restore(Recovery.Found work, Consumer<DocumentState> restored) {
        long number = ++document;
        enqueue(
                () -> recovery.restore(work),
                back -> {
                    found.remove(work);
                    if (number != document) {
                        back.session().close(); // another document was asked for meanwhile
                        return;
                    }
                    show(back.committed().state(), back.committed().file());
                    revision = back.committed().revision();
                    kept.set(revision);
                    saved = back.committed().clean() ? state.get() : Optional.empty();
                    keep(() -> autosave.restored(back.session(), back.committed()));
                    restored.accept(back.committed().state());
                });
    }

    /** Throws unsaved work away. */
    public void discard(Recovery.Found work) {
        found.remove(work);
        enqueue(() -> recovery.discard(work));
    }

    /** Asks no more before the next start; the work stays. */
    public void later() {
        putOff.addAll(found);
        found.clear();
    }

    public void forget(RecentDocuments.Entry entry) {
        enqueue(() -> recent.remove(entry.file()));
        enqueue(recent::list, recents::setAll);
    }

    /**
     * The window closes; what is not saved is found at the next start.
     *
     * @return whether the disk has everything
     */
    public boolean close() {
        keepBehind();
        enqueue(autosave::leave);
        return disk.settled(PATIENCE);
    }

    private void changed() {
        dirty.set(!state.get().equals(saved));
    }

    private String titled() {
        Optional<String> name =
                file.get()
                        .map(f -> f.getFileName().toString())
                        .or(() -> state.get().map(DocumentState::name));
        return name.map(n -> dirty.get() ? "• " + n : n).orElse("");
    }

    private void enqueue(Runnable work) {
        enqueue(
                () -> {
                    work.run();
                    return true;
                },
                done -> {});
    }

    private <T> void enqueue(Supplier<T> work, Consumer<T> done) {
        jobs.deliver(CompletableFuture.supplyAsync(work, disk), done, this::failed);
    }

    private void failed(Throwable e) {
        Optional<Saying> problem = Optional.of(DocumentException.saying(e));
        if (!problem.equals(lastProblem)) { // a full disk says so once
            problem.ifPresent(problems);
        }
        lastProblem = problem;
    }
}
