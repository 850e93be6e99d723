package mien.app.shell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.Edit;
import mien.app.document.LiveEdit;
import mien.app.edit.EditViewModel;
import mien.app.edit.Preview;
import mien.app.edit.Progress;
import mien.app.edit.RunHabits;
import mien.app.job.Jobs;
import mien.app.job.Workshop;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/**
 * The way from edit to edit: which room one is in, which edit of the stack is worked on, and undo
 * through all of them. An edit that is not made yet is never passed over: it is made first, and
 * then the walk goes on. All methods belong to the window's thread.
 */
final class EditWalk {

    private final Jobs jobs;
    private final DocumentViewModel documents;
    private final EditStack stack;
    private final Visits visits = new Visits();
    private final ReadOnlyObjectWrapper<Optional<EditSystem<?>>> room =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Document>> document =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditViewModel<?>>> edit =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Reading reading;
    private final RunHabits habits;
    private final BooleanBinding canUndo =
            either(EditViewModel::canUndoProperty, visits.backProperty());
    private final BooleanBinding canRedo =
            either(EditViewModel::canRedoProperty, visits.forthProperty());
    private Preview preview = Preview.FULL;
    private Optional<Workshop> workshop = Optional.empty();
    private Runnable left = () -> {};
    private Consumer<Notice> notices = notice -> {};
    private Optional<Runnable> onward = Optional.empty(); // once the edit is made

    EditWalk(Jobs jobs, DocumentViewModel documents, RunHabits habits) {
        this.jobs = jobs;
        this.documents = documents;
        this.stack = new EditStack(documents);
        this.reading = new Reading(jobs);
        this.habits = habits;
    }

    private BooleanBinding either(
            Function<EditViewModel<?>, ObservableValue<Boolean>> here,
            ReadOnlyBooleanProperty elsewhere) {
        ObservableValue<Boolean> inEdit = edit.flatMap(e -> e.map(here).orElse(null)).orElse(false);
        return Bindings.createBooleanBinding(
                () -> inEdit.getValue() || elsewhere.get(), inEdit, elsewhere);
    }

    ReadOnlyObjectProperty<Optional<EditSystem<?>>> roomProperty() {
        return room.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Document>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EditViewModel<?>>> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /** The values of a picture being read. */
    Reading reading() {
        return reading;
    }

    ObservableValue<Boolean> canUndo() {
        return canUndo;
    }

    ObservableValue<Boolean> canRedo() {
        return canRedo;
    }

    /**
     * Who is told.
     *
     * @param notice of notices
     * @param leaving that an edit is left
     */
    void tell(Consumer<Notice> notice, Runnable leaving) {
        notices = notice;
        left = leaving;
    }

    void runAs(UnaryOperator<RunSettings> change) {
        habits.change(change);
        edit.get().ifPresent(e -> e.choose(change.apply(e.settingsProperty().get())));
    }

    void showSteps(Preview how) {
        preview = how;
        edit.get().ifPresent(e -> e.showSteps(how));
    }

    /** The engine is there: what was opened meanwhile can be worked on. */
    void start(Workshop shop) {
        workshop = Optional.of(shop);
        if (documents.stateProperty().get().filter(d -> !d.edits().isEmpty()).isPresent()) {
            resume();
        } else {
            shop.systems().stream().findFirst().ifPresent(this::use);
        }
    }

    /** A picture becomes a document without edits. */
    void begin(Document next) {
        leave(false);
        visits.clear();
        stack.begin(next);
        document.set(Optional.of(next));
        fit();
    }

    /** A document that came from a file becomes one that can be worked on. */
    void resume() {
        if (workshop.isPresent()) { // else once it is there
            leave(false);
            visits.clear();
            revive();
        }
    }

    private void revive() {
        workshop.ifPresent(shop -> documents.enliven(shop.systems(), this::work));
    }

    /** Goes to the room of an editing system, with what was made so far. */
    void use(EditSystem<?> system) {
        if (room.get().filter(r -> r == system).isPresent()) {
            onward = Optional.empty(); // the person stays
        } else if (!after(stack.edits(), () -> use(system))) {
            if (stack.lastIsOf(system.id())) {
                goTo(stack.edits() - 1); // back to where one was
                return;
            }
            leave(false);
            room.set(Optional.of(system));
            stack.append();
            document.set(stack.source());
            fit();
        }
    }

    /** Which edit of the stack is worked on, from 0. */
    int place() {
        return stack.place();
    }

    /** Goes to another edit of the stack. */
    void goTo(int other) {
        if (other == stack.place()) {
            onward = Optional.empty();
        } else if (!after(other, () -> goTo(other))) {
            move(other);
        }
    }

    private void move(int other) {
        if (visits.cameFrom(other, documents.stateProperty().get())) {
            visits.back(documents.stateProperty().get()).ifPresent(this::turn);
            return;
        }
        leave(false);
        if (stack.choose(other)) {
            revive();
        }
    }

    /**
     * Edits that come before one are made first, one after the other.
     *
     * @return whether there are any that are not made
     */
    private boolean after(int other, Runnable then) {
        Optional<Integer> first = stack.firstUnmade(other);
        onward = first.map(f -> then);
        first.ifPresent(
                f -> {
                    notices.accept(Notice.done("notice.made-first", f + 1));
                    if (f != stack.place()) {
                        move(f);
                        onward = Optional.of(then);
                    } else {
                        edit.get()
                                .filter(e -> !e.progressProperty().get().active())
                                .ifPresent(EditViewModel::run);
                    }
                });
        return first.isPresent();
    }

    /** Takes an edit out of the stack. */
    void remove(int other) {
        if (stack.holds(other)) {
            leave(true);
            stack.remove(other);
            revive();
            notices.accept(
                    Notice.offer("notice.removed", new Notice.Offer("command.undo", this::undo)));
        }
    }

    /** The result becomes what a further edit begins with; goes there if there is one already. */
    void further() {
        if (stack.followed()) {
            goTo(stack.place() + 1);
        } else if (stack.made()) {
            leave(false);
            stack.next();
            document.set(stack.source());
            fit();
        }
    }

    /** One step back: in the edit, or to the edit that was worked on before. */
    void undo() {
        step(EditViewModel::canUndoProperty, EditViewModel::undo, visits::back);
    }

    /** One step forth. */
    void redo() {
        step(EditViewModel::canRedoProperty, EditViewModel::redo, visits::forth);
    }

    private void step(
            Function<EditViewModel<?>, ReadOnlyBooleanProperty> can,
            Consumer<EditViewModel<?>> take,
            Function<Optional<DocumentState>, Optional<Visits.Visit>> cross) {
        Optional<EditViewModel<?>> here = edit.get();
        if (here.filter(e -> can.apply(e).get()).isPresent()) {
            here.ifPresent(take);
            return;
        }
        cross.apply(documents.stateProperty().get())
                .ifPresent(
                        v -> {
                            turn(v);
                            if (same(here, v)) { // a step that nobody sees is none
                                take.accept(v.edit());
                            }
                        });
    }

    private static boolean same(Optional<EditViewModel<?>> here, Visits.Visit there) {
        return here.filter(e -> e.spec().equals(there.edit().spec())).isPresent();
    }

    /** Back in a visit, with the document as it was left then. */
    private void turn(Visits.Visit visit) {
        putAway();
        stack.turn(visit.place(), visit.left().orElseThrow());
        room.set(Optional.of(visit.edit().system()));
        document.set(stack.source());
        visit.edit().showSteps(preview);
        habits.take(visit.edit());
        edit.set(Optional.of(visit.edit()));
        visit.edit().resume();
    }

    /** Shows the edit of a document that is worked on. */
    private void work(DocumentState state) {
        Optional<Edit> current = stack.enter(state);
        int place = stack.place();
        if (after(place, () -> goTo(place))) {
            return; // what it begins with is not there yet
        }
        document.set(stack.source());
        if (current.isPresent() && current.get() instanceof LiveEdit<?> live) {
            workshop.ifPresent(shop -> work(live, shop));
        } else if (stack.append()) { // behind what cannot be worked on here
            document.set(stack.source());
            workshop.flatMap(shop -> stack.room(shop.systems()))
                    .or(room::get)
                    .or(() -> workshop.flatMap(shop -> shop.systems().stream().findFirst()))
                    .ifPresent(s -> room.set(Optional.of(s)));
            fit();
        } // else it stays as it is; why, was said
    }

    private <S extends EditSpec> void work(LiveEdit<S> live, Workshop shop) {
        room.set(Optional.of(live.in()));
        S untouched = live.in().untouched(live.spec());
        EditViewModel<S> model = new EditViewModel<>(live.in(), untouched, shop, jobs);
        visits.of(model, stack.place()).ifPresent(e -> model.versions().takeOver(e.versions()));
        model.restore(live.spec(), live.settings(), live.result());
        show(model);
    }

    /** Reads the values of the picture for the room. */
    private void fit() {
        if (workshop.isPresent() && document.get().isPresent()) {
            Picture picture = document.get().get().picture();
            room.get().ifPresent(r -> fit(r, workshop.get(), picture));
        }
    }

    private <S extends EditSpec> void fit(EditSystem<S> system, Workshop shop, Picture picture) {
        reading.begin(
                system,
                picture,
                shop,
                habits.of(system),
                spec -> {
                    EditViewModel<S> model = new EditViewModel<>(system, spec, shop, jobs);
                    model.choose(habits.of(system));
                    show(model);
                });
    }

    private <S extends EditSpec> void show(EditViewModel<S> model) {
        visits.enter(model, stack.place());
        edit.set(Optional.of(model));
        follow(model);
    }

    /** What is settled becomes part of the document, as long as it is the one worked on. */
    private <S extends EditSpec> void follow(EditViewModel<S> model) {
        model.showSteps(preview);
        habits.follow(model);
        model.progressProperty().subscribe(p -> stay(model, p));
        Stars.follow(model, documents, stack.place(), () -> modelId(model));
        model.setCommitted(
                () -> {
                    if (edit.get().filter(e -> e == model).isPresent()) {
                        stack.commit(model, modelId(model));
                        visits.settled();
                        goOn(model);
                    }
                });
    }

    /** What cannot be made is not waited for. */
    private void stay(EditViewModel<?> model, Progress progress) {
        boolean ended =
                progress.phase() == Progress.Phase.FAILED
                        || progress.phase() == Progress.Phase.STOPPED;
        if (ended && edit.get().filter(e -> e == model).isPresent()) {
            onward = Optional.empty();
        }
    }

    /** The edit is made: what waited for it goes on. */
    private void goOn(EditViewModel<?> model) {
        if (model.resultProperty().get().isPresent() && onward.isPresent()) {
            Runnable next = onward.get();
            onward = Optional.empty();
            jobs.window().execute(next); // after all who hear of the result
        }
    }

    private Optional<String> modelId(EditViewModel<?> model) {
        return workshop.flatMap(w -> w.model(model.system().id())).map(ModelPack::id);
    }

    private void leave(boolean changed) {
        visits.leave(documents.stateProperty().get(), changed);
        putAway();
    }

    private void putAway() {
        left.run();
        onward = Optional.empty();
        reading.giveUp();
        edit.get().ifPresent(EditViewModel::putAway);
        edit.set(Optional.empty());
    }

    void close() {
        reading.close();
        edit.get().ifPresent(EditViewModel::close);
    }
}
