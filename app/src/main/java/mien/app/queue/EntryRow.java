package mien.app.queue;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.edit.EditException.Reason;
import mien.engine.job.JobStatus;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One edit in the list: how far it is, and what can be done with it. */
final class EntryRow extends HBox {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Entry entry;
    private final Ledger ledger;
    private final Texts texts;
    private final Label state = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final HBox buttons = new HBox();
    private Class<?> dressedFor = Object.class; // the kind of status that the buttons are for

    EntryRow(Entry entry, Ledger ledger, Texts texts) {
        this.entry = entry;
        this.ledger = ledger;
        this.texts = texts;
        getStyleClass().add("job-row");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(name());
        title.getStyleClass().add("job-title");
        state.getStyleClass().add("job-state");
        state.setWrapText(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox words = new VBox(title, bar, state);
        words.getStyleClass().add("job-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.getStyleClass().add("job-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(words, buttons);
        WhileShown.follow(this, entry.statusProperty(), this::show);
        WhileShown.follow(this, ledger.heldProperty(), h -> show(entry.statusProperty().get()));
    }

    Entry entry() {
        return entry;
    }

    private String name() {
        return texts.text(
                "jobs.name",
                texts.name("system", entry.order().system().id()),
                Long.toString(entry.order().settings().seed()));
    }

    private void show(JobStatus status) {
        bar.setVisible(!entry.failed());
        bar.setManaged(!entry.failed());
        pseudoClassStateChanged(FAILED, entry.failed());
        state.setText(words(status));
        bar.setProgress(status instanceof JobStatus.Running r ? (double) r.step() / r.steps() : 0);
        setAccessibleText(name() + ": " + state.getText());
        if (status.getClass() != dressedFor) {
            dressedFor = status.getClass();
            dress(status);
        }
    }

    private String words(JobStatus status) {
        if (status instanceof JobStatus.Running r) {
            String left =
                    entry.left()
                            .map(t -> String.format(texts.language(), "%.1f", t.toMillis() / 1e3))
                            .map(s -> texts.text("jobs.left", s))
                            .orElse("");
            return texts.text("jobs.running", r.step(), r.steps()) + left;
        }
        if (status instanceof JobStatus.Failed failed) {
            return failed.sentence();
        }
        boolean waits = status instanceof JobStatus.Waiting;
        String held = ledger.heldProperty().get() ? "jobs.held" : "jobs.waiting";
        return texts.text(waits ? held : "jobs.loading");
    }

    private void dress(JobStatus status) {
        buttons.getChildren().clear();
        if (status instanceof JobStatus.Failed failed) {
            boolean memory = failed.reason() == Reason.MACHINE;
            again("jobs.again", false);
            if (memory) {
                again("jobs.again.smaller", true)
                        .setTooltip(new Tooltip(texts.text("jobs.again.smaller.help")));
            }
        } else if (status instanceof JobStatus.Waiting) {
            buttons.getChildren()
                    .addAll(
                            Buttons.icon(
                                    MaterialDesignA.ARROW_COLLAPSE_UP,
                                    texts.text("jobs.first", name()),
                                    () -> ledger.move(entry, 0)),
                            Buttons.icon(
                                    MaterialDesignA.ARROW_UP,
                                    texts.text("jobs.up", name()),
                                    () -> ledger.moveBy(entry, -1)),
                            Buttons.icon(
                                    MaterialDesignA.ARROW_DOWN,
                                    texts.text("jobs.down", name()),
                                    () -> ledger.moveBy(entry, 1)));
        }
        buttons.getChildren()
                .add(
                        Buttons.icon(
                                MaterialDesignC.CLOSE,
                                texts.text(entry.failed() ? "jobs.forget" : "jobs.cancel", name()),
                                () -> ledger.cancel(entry)));
    }

    private Button again(String key, boolean smaller) {
        Button button = new Button(texts.text(key));
        button.getStyleClass().add(key.replace('.', '-').toLowerCase(Locale.ROOT));
        button.setAccessibleText(texts.text(key) + ": " + name());
        button.setOnAction(e -> ledger.again(entry, smaller));
        buttons.getChildren().add(button);
        return button;
    }
}
