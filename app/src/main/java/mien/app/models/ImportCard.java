package mien.app.models;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;
import mien.engine.model.Checkpoint;
import mien.engine.model.Finding;
import mien.engine.model.Finding.Verdict;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A file that was dropped: what it is, what speaks against it, and what to do with it. */
final class ImportCard extends VBox {

    private static final int NAMED = 4; // tensors that are named of each kind of fault

    private final ImportViewModel model;
    private final ObservableList<Checkpoint> known;
    private final Texts texts;
    private final Runnable dismiss;
    private final VBox content = new VBox();
    private final ProgressBar bar = new ProgressBar();

    ImportCard(
            ImportViewModel model,
            ObservableList<Checkpoint> known,
            Texts texts,
            Runnable dismiss) {
        this.model = model;
        this.known = known;
        this.texts = texts;
        this.dismiss = dismiss;
        getStyleClass().addAll("model-box", "import-card");
        setAccessibleText(model.file().toString());
        Label name = new Label(model.file().getFileName().toString());
        name.getStyleClass().add("model-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top =
                new HBox(
                        name,
                        gap,
                        Buttons.icon(MaterialDesignC.CLOSE, texts.text("models.dismiss"), dismiss));
        top.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("model-content");
        bar.getStyleClass().add("model-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(top, content);
        WhileShown.follow(this, model.stateProperty(), this::show);
    }

    private void show(ImportState state) {
        if (state instanceof ImportState.Copying copying && content.getChildren().contains(bar)) {
            bar.setProgress(copying.part());
            return;
        }
        content.getChildren().clear();
        if (state instanceof ImportState.Looking) {
            say("model-text", texts.text("models.looking"));
        } else if (state instanceof ImportState.Found found) {
            found(found.finding());
        } else if (state instanceof ImportState.Failed failed) {
            say("model-fault", failed.why().in(texts));
            buttons(button("models.again", model::again));
        } else if (state instanceof ImportState.Installed installed) {
            say("model-good", texts.text("models.installed-as", installed.pack().id()));
            buttons(button("models.dismiss", dismiss));
        } else {
            boolean copying = state instanceof ImportState.Copying;
            say("model-text", texts.text(copying ? "models.copying" : "models.checking"));
            bar.setProgress(copying ? ((ImportState.Copying) state).part() : -1);
            content.getChildren().add(bar);
            buttons(button("models.cancel", model::cancel));
        }
    }

    private void found(Finding finding) {
        String facts =
                texts.text(
                        "models.file-facts",
                        finding.container(),
                        Wording.size(finding.bytes(), texts),
                        finding.tensors());
        say("model-facts", facts);
        verdict(finding);
        finding.checkpoint()
                .filter(c -> finding.verdict() != Verdict.UNKNOWN)
                .ifPresent(this::about);
        content.getChildren().add(override(finding));
        if (finding.installable()) {
            content.getChildren().add(naming());
        }
    }

    private void verdict(Finding finding) {
        String title = finding.checkpoint().map(Checkpoint::title).orElse("");
        switch (finding.verdict()) {
            case RECOGNISED -> say("model-good", texts.text("models.recognised", title));
            case BROKEN -> {
                say("model-fault", texts.text("models.broken", title));
                faults("models.missing", finding.missing());
                faults("models.misshaped", finding.misshaped());
                faults("models.left-over", finding.leftOver());
                if (!finding.installable()) {
                    boolean more = finding.missing().isEmpty() && finding.misshaped().isEmpty();
                    say("model-text", texts.text(more ? "models.say-so" : "models.get-again"));
                }
            }
            default -> {
                say("model-fault", texts.text("models.unknown"));
                say("model-text", Wording.sentence(finding.sentence()));
            }
        }
    }

    private void faults(String key, List<String> names) {
        if (!names.isEmpty()) {
            String some = String.join("\n", names.subList(0, Math.min(NAMED, names.size())));
            say("model-text", texts.text(key, names.size()));
            say("model-code", some + (names.size() > NAMED ? "\n…" : ""));
        }
    }

    private void about(Checkpoint checkpoint) {
        say("model-text", Wording.sentence(checkpoint.purpose()));
        say("model-facts", texts.text("models.license", checkpoint.license()));
        checkpoint.note().ifPresent(note -> say("model-facts", note));
    }

    private Node override(Finding finding) {
        ComboBox<Checkpoint> choice = new ComboBox<>(known);
        choice.setAccessibleText(texts.text("models.it-is"));
        choice.setPromptText(texts.text("models.it-is"));
        choice.setConverter(new Titles());
        choice.setVisibleRowCount(12);
        known.stream()
                .filter(c -> Optional.of(c.id()).equals(finding.said()))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.setOnAction(
                e ->
                        Optional.ofNullable(choice.getValue())
                                .map(Checkpoint::id)
                                .ifPresent(model::say));
        HBox line = new HBox(new Label(texts.text("models.not-so")), choice);
        if (finding.said().isPresent()) {
            line.getChildren().add(button("models.let-mien-say", model::unsay));
        }
        line.getStyleClass().add("model-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node naming() {
        TextField name = new TextField();
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setAccessibleText(texts.text("models.name"));
        CheckBox link = new CheckBox(texts.text("models.link"));
        link.selectedProperty().bindBidirectional(model.linkProperty());
        Button install = button("models.install", model::install);
        install.getStyleClass().add("accent");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(new Label(texts.text("models.name")), name, link, gap, install);
        line.getStyleClass().add("model-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void say(String styleClass, String words) {
        content.getChildren().add(Page.words(styleClass, words));
    }

    private void buttons(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("model-line");
        content.getChildren().add(line);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.text(key));
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Checkpoints are chosen by their titles. */
    private static final class Titles extends StringConverter<Checkpoint> {
        @Override
        public String toString(Checkpoint checkpoint) {
            return Optional.ofNullable(checkpoint).map(Checkpoint::title).orElse("");
        }

        @Override
        public Checkpoint fromString(String title) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }
}
