package mien.app.edit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.job.Workshop;
import mien.app.text.Texts;
import mien.engine.edit.Control.Borrow;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import org.slf4j.LoggerFactory;

/**
 * Another picture that lends its light, its pose, and so on. It is read like one that is edited;
 * all methods belong to the window's thread.
 */
final class Loan<S extends EditSpec> {

    private final EditViewModel<S> edit;
    private final Borrow<S> control;
    private final Workshop workshop;
    private final Texts texts;
    private final Consumer<String> complaint;
    private final ReadOnlyObjectWrapper<Optional<S>> lender =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private CompletableFuture<S> wanted = new CompletableFuture<>();
    private long asked;

    Loan(
            EditViewModel<S> edit,
            Borrow<S> control,
            Workshop workshop,
            Texts texts,
            Consumer<String> complaint) {
        this.edit = edit;
        this.control = control;
        this.workshop = workshop;
        this.texts = texts;
        this.complaint = complaint;
    }

    /** What was found in the other picture. */
    ReadOnlyObjectProperty<Optional<S>> lenderProperty() {
        return lender.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Reads another picture; the newest one asked for wins. */
    void open(Path file) {
        long number = ++asked;
        wanted.cancel(true);
        reading.set(true);
        edit.jobs()
                .fetch(
                        () -> Picture.read(file),
                        picture -> {
                            if (number == asked) {
                                fit(picture, number);
                            }
                        },
                        e -> fail(e, number));
    }

    private void fit(Picture picture, long number) {
        wanted = workshop.open(edit.system(), picture, edit.settingsProperty().get());
        edit.jobs()
                .deliver(
                        wanted,
                        spec -> {
                            if (number == asked) {
                                reading.set(false);
                                lender.set(Optional.of(spec));
                            }
                        },
                        e -> fail(e, number));
    }

    private void fail(Throwable e, long number) {
        if (number != asked) {
            return; // nobody waits for it any more
        }
        reading.set(false);
        if (e instanceof EditException || e instanceof PictureException) {
            complaint.accept(e.getMessage());
        } else {
            LoggerFactory.getLogger(Loan.class).error("a picture to take from", e);
            complaint.accept(texts.text("borrow.failed", String.valueOf(e)));
        }
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
