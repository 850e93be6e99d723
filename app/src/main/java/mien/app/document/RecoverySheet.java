package mien.app.document;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mien.app.document.journal.Recovery;
import mien.app.text.Texts;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;

/** Unsaved work that was found: restore it, keep it for later, or, pressed twice, discard it. */
public final class RecoverySheet extends VBox {

    private final DocumentViewModel documents;
    private final Texts texts;
    private final Asks asks;
    private final VBox rows = new VBox();

    /** What the sheet asks of the window. */
    public interface Asks {

        /** Restores work, and shows it when it is there. */
        void restore(Recovery.Found work);

        /** Puts the sheet away. */
        void close();
    }

    public RecoverySheet(DocumentViewModel documents, Texts texts, Asks asks) {
        this.documents = documents;
        this.texts = texts;
        this.asks = asks;
        getStyleClass().addAll("overlay-sheet", "recovery-sheet");
        setAccessibleText(texts.text("document.recovery.title"));
        Label title = new Label(texts.text("document.recovery.title"));
        title.getStyleClass().add("sheet-title");
        rows.getStyleClass().add("recovery-rows");
        Button later = new Button(texts.text("document.recovery.later"));
        later.setCancelButton(true);
        later.setOnAction(e -> putOff());
        HBox foot = new HBox(later);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        title,
                        Page.words("sheet-lead", texts.text("document.recovery.lead")),
                        rows,
                        foot);
        fill();
        WhileShown.followList(this, documents.found(), this::fill);
    }

    private void putOff() {
        documents.later();
        asks.close();
    }

    private void fill() {
        rows.getChildren().setAll(documents.found().stream().map(this::row).toList());
        if (documents.found().isEmpty()) {
            asks.close();
        }
    }

    private HBox row(Recovery.Found work) {
        Label name = new Label(work.name());
        name.getStyleClass().add("recovery-name");
        String when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.language())
                        .format(work.at().atZone(ZoneId.systemDefault()));
        String where =
                work.file().map(Path::toString).orElse(texts.text("document.recovery.untitled"));
        Label facts = new Label(texts.text("document.recovery.facts", when, where));
        facts.getStyleClass().add("sheet-lead");
        facts.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // the name of the file stays
        VBox words = new VBox(name, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button restore = new Button(texts.text("document.recovery.restore"));
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.getStyleClass().add(Styles.ACCENT);
        restore.setAccessibleText(restore.getText() + ": " + work.name());
        restore.setOnAction(e -> asks.restore(work));
        HBox row = new HBox(words, restore, discard(work));
        row.getStyleClass().add("recovery-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The first press asks, the second one does it. */
    private Button discard(Recovery.Found work) {
        Button discard = new Button(texts.text("document.recovery.discard"));
        discard.setMinWidth(Region.USE_PREF_SIZE);
        discard.setAccessibleText(discard.getText() + ": " + work.name());
        discard.setOnAction(
                e -> {
                    if (discard.getStyleClass().contains(Styles.DANGER)) {
                        documents.discard(work);
                    } else {
                        discard.getStyleClass().add(Styles.DANGER);
                        discard.setText(texts.text("document.recovery.discard.sure"));
                        discard.setAccessibleText(discard.getText() + ": " + work.name());
                    }
                });
        return discard;
    }
}
