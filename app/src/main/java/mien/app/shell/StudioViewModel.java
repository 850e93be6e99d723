package mien.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import mien.app.document.DocumentException;
import mien.app.document.DocumentNames;
import mien.app.document.DocumentViewModel;
import mien.app.document.SessionNote;
import mien.app.document.journal.Recovery;
import mien.app.edit.EditViewModel;
import mien.app.edit.Preview;
import mien.app.edit.RunHabits;
import mien.app.job.Jobs;
import mien.app.job.Workshop;
import mien.app.queue.Ledger;
import mien.app.text.Saying;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import mien.engine.picture.export.XmpFile;

/**
 * The state of the window: the engine, which starts in the background, the opened picture, and its
 * editing. All methods belong to the window's thread.
 */
public final class StudioViewModel {

    private final Jobs jobs;
    private final Supplier<Workshop> engine;
    private final ReadOnlyObjectWrapper<Optional<Workshop>> workshop =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ledger>> ledger =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper unsaved = new ReadOnlyIntegerWrapper();
    private final DocumentViewModel documents;
    private final RunHabits habits;
    private final EditWalk walk;
    private Consumer<Notice> notices = notice -> {};
    private long opened; // counts pictures, so that one that comes late is let go
    private boolean closed;

    /**
     * @param engine opens the engine; called once, in the background
     * @param habits how edits are run
     * @param documents keeps what is done
     */
    public StudioViewModel(
            Jobs jobs, Supplier<Workshop> engine, RunHabits habits, DocumentViewModel documents) {
        this.jobs = jobs;
        this.engine = engine;
        this.documents = documents;
        this.habits = habits;
        this.walk = new EditWalk(jobs, documents, habits);
        walk.tell(this::tell, () -> ledger.get().ifPresent(Ledger::forgetFailures));
        documents.setProblems(problem -> tell(Notice.problem(problem)));
    }

    public Jobs jobs() {
        return jobs;
    }

    /** The engine, once it has started. */
    public ReadOnlyObjectProperty<Optional<Workshop>> workshopProperty() {
        return workshop.getReadOnlyProperty();
    }

    /** All edits under way. */
    public ReadOnlyObjectProperty<Optional<Ledger>> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    /** The editing system that is used. */
    public ReadOnlyObjectProperty<Optional<EditSystem<?>>> roomProperty() {
        return walk.roomProperty();
    }

    /** What was done with the picture, and where it is saved. */
    public DocumentViewModel documents() {
        return documents;
    }

    /** How much unsaved work of windows that are gone was found at the start. */
    public ReadOnlyIntegerProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** The picture that is edited: the one that was opened, or what came out of the edit before. */
    public ReadOnlyObjectProperty<Optional<Document>> documentProperty() {
        return walk.documentProperty();
    }

    /** The editing of the opened picture, once its values were read. */
    public ReadOnlyObjectProperty<Optional<EditViewModel<?>>> editProperty() {
        return walk.editProperty();
    }

    /** Why there is nothing to edit. */
    public ReadOnlyObjectProperty<Optional<Saying>> problemProperty() {
        return walk.reading().problemProperty();
    }

    /** Whether the values of a picture are being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return walk.reading().goingProperty();
    }

    /** The model that is used. */
    public Optional<ModelPack> model() {
        return workshop.get().flatMap(w -> walk.roomProperty().get().flatMap(r -> w.model(r.id())));
    }

    /** How edits are run. */
    public RunHabits habits() {
        return habits;
    }

    /** Another device or precision: what is edited is made with it from now on. */
    public void runAs(UnaryOperator<RunSettings> change) {
        walk.runAs(change);
    }

    /** How the steps of runs are seen from now on. */
    public void showSteps(Preview how) {
        walk.showSteps(how);
    }

    /** Who is told of notices. */
    public void setNotices(Consumer<Notice> listener) {
        notices = listener;
    }

    public void tell(Notice notice) {
        notices.accept(notice);
    }

    /** Starts the engine in the background. */
    public void start() {
        documents.lookAround(() -> unsaved.set(documents.found().size()));
        jobs.fetch(
                engine,
                this::enter,
                e -> walk.reading().fail(Failures.saying(e, "failure.engine")));
    }

    private void enter(Workshop ready) {
        if (closed) {
            ready.close();
            return;
        }
        Ledger all = new Ledger(ready, jobs);
        all.setAgain(
                (order, smaller) ->
                        editProperty()
                                .get()
                                .filter(e -> e.seeds().again(order, smaller))
                                .isPresent());
        ledger.set(Optional.of(all));
        workshop.set(Optional.of(all));
        walk.start(all);
    }

    /**
     * Goes to the room of an editing system, with what was made so far: back to the last edit of
     * the stack if it is one of this room, else behind it.
     */
    public void use(EditSystem<?> system) {
        walk.use(system);
    }

    /** Goes to the room of a number, from 0; to none if there is no such room. */
    public void use(int number) {
        workshop.get()
                .map(Workshop::systems)
                .filter(systems -> number < systems.size())
                .ifPresent(systems -> use(systems.get(number)));
    }

    /** Opens a picture or a document. */
    public void open(Path file) {
        if (DocumentNames.isDocument(file)) {
            opened++; // a picture that is still being read comes too late
            documents.open(file, content -> walk.resume());
            return;
        }
        open(file.getFileName().toString(), () -> Picture.read(file));
        jobs.fetch(() -> sessionIn(file), session -> session.ifPresent(this::offer), e -> {});
    }

    /** An export of our own may carry the session it came from. */
    private static Optional<SessionNote> sessionIn(Path file) {
        return XmpFile.session(file).map(SessionNote::new).filter(SessionNote::restorable);
    }

    private void offer(SessionNote session) {
        Notice.Offer restore = new Notice.Offer("notice.session.restore", () -> restore(session));
        tell(Notice.offer("notice.session", restore));
    }

    private void restore(SessionNote session) {
        opened++;
        jobs.fetch(
                session::restored,
                state -> {
                    documents.begin(state);
                    walk.resume();
                },
                e -> tell(Notice.problem(DocumentException.saying(e))));
    }

    /** Opens a picture that is read in the background; the newest one asked for wins. */
    public void open(String name, Supplier<Picture> read) {
        long number = ++opened;
        jobs.fetch(
                read,
                picture -> {
                    if (number == opened) {
                        walk.begin(new Document(name, picture));
                    }
                },
                e -> tell(Notice.problem(Failures.saying(e, "failure.picture.open"))));
    }

    /** Goes on with unsaved work of a window that is gone. */
    public void restore(Recovery.Found found) {
        opened++;
        documents.restore(found, state -> walk.resume());
    }

    /** Which edit of the stack is worked on, from 0. */
    public int place() {
        return walk.place();
    }

    /** Goes to another edit of the stack. */
    public void goTo(int edit) {
        walk.goTo(edit);
    }

    /** Takes an edit out of the stack; {@link #undo} brings it back. */
    public void remove(int edit) {
        walk.remove(edit);
    }

    /** The result becomes what a further edit begins with; goes there if there is one already. */
    public void continueFromResult() {
        walk.further();
    }

    /** One step back, in the edit that is worked on or in the one before. */
    public void undo() {
        walk.undo();
    }

    /** One step forth. */
    public void redo() {
        walk.redo();
    }

    public ObservableValue<Boolean> canUndo() {
        return walk.canUndo();
    }

    public ObservableValue<Boolean> canRedo() {
        return walk.canRedo();
    }

    /** The window closes: what runs is cancelled, and what was loaded is freed. */
    public void close() {
        closed = true;
        walk.close();
        documents.close();
        workshop.get().ifPresent(Workshop::close);
    }
}
