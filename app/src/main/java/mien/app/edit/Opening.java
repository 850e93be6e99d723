package mien.app.edit;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import mien.app.job.Workshop;
import mien.app.text.Texts;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import org.slf4j.LoggerFactory;

/**
 * Reads other pictures as one that is edited is read; the newest one asked for wins. All methods
 * belong to the window's thread.
 */
public final class Opening<S extends EditSpec> {

    private final EditViewModel<S> edit;
    private final Workshop workshop;
    private final Texts texts;
    private final Consumer<String> complaint;
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private CompletableFuture<S> wanted = new CompletableFuture<>();
    private long asked;

    /**
     * @param edit whose system reads them
     * @param complaint takes the sentence when a picture cannot be read
     */
    public Opening(
            EditViewModel<S> edit, Workshop workshop, Texts texts, Consumer<String> complaint) {
        this.edit = edit;
        this.workshop = workshop;
        this.texts = texts;
        this.complaint = complaint;
    }

    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /**
     * Reads a picture.
     *
     * @param taker told what was found in it
     */
    public void open(Path file, Consumer<S> taker) {
        long number = ++asked;
        wanted.cancel(true);
        reading.set(true);
        edit.jobs()
                .fetch(
                        () -> Picture.read(file),
                        picture -> {
                            if (number == asked) {
                                fit(picture, number, taker);
                            }
                        },
                        e -> fail(e, number));
    }

    private void fit(Picture picture, long number, Consumer<S> taker) {
        wanted = workshop.open(edit.system(), picture, edit.settingsProperty().get());
        edit.jobs()
                .deliver(
                        wanted,
                        spec -> {
                            if (number == asked) {
                                reading.set(false);
                                taker.accept(spec);
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
            LoggerFactory.getLogger(Opening.class).error("a picture to take from", e);
            complaint.accept(texts.text("borrow.failed", String.valueOf(e)));
        }
    }
}
