package mien.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.document.DocumentNames;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.Edit;
import mien.app.document.LiveEdit;
import mien.app.document.SessionNote;
import mien.app.document.journal.Recovery;
import mien.app.edit.EditViewModel;
import mien.app.edit.Preview;
import mien.app.job.Jobs;
import mien.app.job.Workshop;
import mien.app.queue.Ledger;
import mien.engine.edit.EditSpec;
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
    private final ReadOnlyObjectWrapper<Optional<EditSystem<?>>> room =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Document>> document =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditViewModel<?>>> edit =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper unsaved = new ReadOnlyIntegerWrapper();
    private final DocumentViewModel documents;
    private final EditStack stack;
    private Preview preview = Preview.FULL;
    private RunSettings settings;
    private Consumer<Notice> notices = notice -> {};
    private CompletableFuture<?> fitting = CompletableFuture.completedFuture(null);
    private long opened; // counts pictures, so that one that comes late is let go
    private boolean closed;

    /**
     * @param engine opens the engine; called once, in the background
     * @param settings how the first edit is run
     * @param documents keeps what is done
     */
    public StudioViewModel(
            Jobs jobs,
            Supplier<Workshop> engine,
            RunSettings settings,
            DocumentViewModel documents) {
        this.jobs = jobs;
        this.engine = engine;
        this.settings = settings;
        this.documents = documents;
        this.stack = new EditStack(documents);
        documents.setProblems(sentence -> tell(Notice.problem(sentence)));
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
        return room.getReadOnlyProperty();
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
        return document.getReadOnlyProperty();
    }

    /** The editing of the opened picture, once its values were read. */
    public ReadOnlyObjectProperty<Optional<EditViewModel<?>>> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /** Why there is nothing to edit: one sentence. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the values of a picture are being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The model that is used. */
    public Optional<ModelPack> model() {
        return workshop.get().flatMap(w -> room.get().flatMap(r -> w.model(r.id())));
    }

    /** How edits are run now. */
    public RunSettings settings() {
        return settings;
    }

    /** Another device or precision: what is edited is made with it from now on. */
    public void runAs(UnaryOperator<RunSettings> change) {
        settings = change.apply(settings);
        edit.get().ifPresent(e -> e.choose(change.apply(e.settingsProperty().get())));
    }

    /** How the steps of runs are seen from now on. */
    public void showSteps(Preview how) {
        preview = how;
        edit.get().ifPresent(e -> e.showSteps(how));
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
        jobs.fetch(engine, this::enter, e -> fail(Failures.sentence(e, "the engine cannot start")));
    }

    private void enter(Workshop ready) {
        if (closed) {
            ready.close();
            return;
        }
        Ledger all = new Ledger(ready, jobs);
        all.setAgain(
                (order, smaller) ->
                        edit.get().filter(e -> e.seeds().again(order, smaller)).isPresent());
        ledger.set(Optional.of(all));
        workshop.set(Optional.of(all));
        List<EditSystem<?>> systems = ready.systems();
        if (documents.stateProperty().get().filter(d -> !d.edits().isEmpty()).isPresent()) {
            revive(all);
        } else if (!systems.isEmpty()) {
            use(systems.get(0));
        }
    }

    /** Goes to the room of an editing system, with the opened picture. */
    public void use(EditSystem<?> system) {
        if (room.get().filter(r -> r == system).isEmpty()) {
            room.set(Optional.of(system));
            if (stack.appendFor(system.id())) {
                document.set(stack.source());
            }
            fit();
        }
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
            documents.open(file, content -> workshop.get().ifPresent(this::revive));
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
                    workshop.get().ifPresent(this::revive);
                },
                e -> tell(Notice.problem(e.getMessage())));
    }

    /** Opens a picture that is read in the background; the newest one asked for wins. */
    public void open(String name, Supplier<Picture> read) {
        long number = ++opened;
        jobs.fetch(
                read,
                picture -> {
                    if (number == opened) {
                        take(new Document(name, picture));
                    }
                },
                e -> tell(Notice.problem(Failures.sentence(e, "the picture cannot be opened"))));
    }

    private void take(Document next) {
        stack.begin(next);
        document.set(Optional.of(next));
        fit();
    }

    /** Goes on with unsaved work of a window that is gone. */
    public void restore(Recovery.Found found) {
        opened++;
        documents.restore(found, state -> workshop.get().ifPresent(this::revive));
    }

    /** A document that came from a file becomes one that can be worked on. */
    private void revive(Workshop shop) {
        leaveEdit(); // what it comes to meanwhile is not for this document
        documents.enliven(shop.systems(), state -> work(state, shop));
    }

    /** Shows the edit of a document that is worked on. */
    private void work(DocumentState state, Workshop shop) {
        Optional<Edit> current = stack.enter(state);
        document.set(stack.source());
        if (current.isPresent() && current.get() instanceof LiveEdit<?> live) {
            work(live, shop);
            return;
        }
        stack.append(); // behind what cannot be worked on here
        document.set(stack.source());
        if (room.get().isEmpty()) {
            shop.systems().stream().findFirst().ifPresent(s -> room.set(Optional.of(s)));
        }
        fit();
    }

    private <S extends EditSpec> void work(LiveEdit<S> live, Workshop shop) {
        room.set(Optional.of(live.in()));
        S untouched = live.in().untouched(live.spec());
        EditViewModel<S> model = new EditViewModel<>(live.in(), untouched, shop, jobs);
        model.restore(live.spec(), live.settings(), live.result());
        edit.set(Optional.of(model));
        follow(model);
    }

    /** Which edit of the stack is worked on, from 0. */
    public int place() {
        return stack.place();
    }

    /** Goes to another edit of the stack. */
    public void goTo(int edit) {
        if (stack.choose(edit)) {
            workshop.get().ifPresent(this::revive);
        }
    }

    /** Takes an edit out of the stack. */
    public void remove(int edit) {
        if (stack.remove(edit)) {
            workshop.get().ifPresent(this::revive);
        }
    }

    /** The result becomes what a further edit begins with; goes there if there is one already. */
    public void continueFromResult() {
        if (stack.followed()) {
            goTo(stack.place() + 1);
        } else if (stack.next()) {
            document.set(stack.source());
            fit();
        }
    }

    /** Reads the values of the opened picture for the room. */
    private void fit() {
        leaveEdit();
        if (workshop.get().isPresent() && document.get().isPresent()) {
            room.get().ifPresent(r -> fit(r, workshop.get().get(), document.get().get().picture()));
        }
    }

    private void leaveEdit() {
        ledger.get().ifPresent(Ledger::forgetFailures);
        fitting.cancel(true);
        edit.get().ifPresent(EditViewModel::close);
        edit.set(Optional.empty());
        problem.set(Optional.empty());
        reading.set(false);
    }

    private <S extends EditSpec> void fit(EditSystem<S> system, Workshop shop, Picture picture) {
        reading.set(true);
        CompletableFuture<S> answer = shop.open(system, picture, settings);
        fitting = answer;
        jobs.deliver(
                answer,
                spec -> {
                    if (fitting == answer) {
                        reading.set(false);
                        edit.set(Optional.of(editing(system, spec, shop)));
                    }
                },
                failure -> {
                    if (fitting == answer && !closed) {
                        reading.set(false);
                        fail(Failures.sentence(failure, "the picture cannot be read"));
                    }
                });
    }

    private <S extends EditSpec> EditViewModel<S> editing(
            EditSystem<S> system, S opened, Workshop shop) {
        EditViewModel<S> model = new EditViewModel<>(system, opened, shop, jobs);
        model.choose(settings);
        follow(model);
        return model;
    }

    /** What is settled becomes part of the document, as long as it is the one worked on. */
    private <S extends EditSpec> void follow(EditViewModel<S> model) {
        model.showSteps(preview);
        model.settingsProperty().subscribe(s -> settings = s);
        Stars.follow(model, documents, stack.place(), () -> modelId(model));
        model.setCommitted(
                () ->
                        edit.get()
                                .filter(e -> e == model)
                                .ifPresent(e -> stack.commit(model, modelId(model))));
    }

    private Optional<String> modelId(EditViewModel<?> model) {
        return workshop.get().flatMap(w -> w.model(model.system().id())).map(ModelPack::id);
    }

    private void fail(String sentence) {
        problem.set(Optional.of(sentence));
    }

    /** The window closes: what runs is cancelled, and what was loaded is freed. */
    public void close() {
        closed = true;
        fitting.cancel(true);
        edit.get().ifPresent(EditViewModel::close);
        documents.close();
        workshop.get().ifPresent(Workshop::close);
    }
}
