package mien.app.edit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mien.app.job.Workshop;
import mien.app.text.Texts;
import mien.engine.edit.Control.Borrow;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;

/**
 * Another picture that lends its light, its pose, and so on. It is read like one that is edited;
 * all methods belong to the window's thread.
 */
final class Loan<S extends EditSpec> {

    private final EditViewModel<S> edit;
    private final Borrow<S> control;
    private final Consumer<String> complaint;
    private final Opening<S> opening;
    private final ReadOnlyObjectWrapper<Optional<S>> lender =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");

    Loan(
            EditViewModel<S> edit,
            Borrow<S> control,
            Workshop workshop,
            Texts texts,
            Consumer<String> complaint) {
        this.edit = edit;
        this.control = control;
        this.complaint = complaint;
        this.opening = new Opening<>(edit, workshop, texts, complaint);
    }

    /** What was found in the other picture. */
    ReadOnlyObjectProperty<Optional<S>> lenderProperty() {
        return lender.getReadOnlyProperty();
    }

    /** What the other picture is called; empty before there is one. */
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readingProperty() {
        return opening.readingProperty();
    }

    /** Reads another picture; the newest one asked for wins. */
    void open(Path file) {
        opening.open(
                file,
                spec -> {
                    name.set(file.getFileName().toString());
                    lender.set(Optional.of(spec));
                });
    }

    /** Takes a part of the other picture. */
    void take(String part) {
        lender.get().ifPresent(from -> take(part, from));
    }

    /** Gives everything back that can be taken: it is again what was found in the photograph. */
    void giveBack() {
        S next = edit.spec();
        try {
            for (String part : control.parts()) {
                next = control.with(next, part, edit.opened());
            }
            edit.apply(next);
        } catch (EditException e) {
            complaint.accept(e.getMessage());
        }
    }

    private void take(String part, S from) {
        try {
            edit.apply(control.with(edit.spec(), part, from));
        } catch (EditException e) {
            complaint.accept(e.getMessage());
        }
    }
}
