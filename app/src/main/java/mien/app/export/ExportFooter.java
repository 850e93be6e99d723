package mien.app.export;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;

/** The button that exports, and how far it is. */
final class ExportFooter extends HBox {

    private static final double WIDE = 180;
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final ExportViewModel model;
    private final Texts texts;
    private final ExportSheet.Asks asks;
    private final Label said = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    ExportFooter(ExportViewModel model, Texts texts, ExportSheet.Asks asks) {
        this.model = model;
        this.texts = texts;
        this.asks = asks;
        getStyleClass().add("export-footer");
        setAlignment(Pos.CENTER_RIGHT);
        said.getStyleClass().add("export-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        bar.setPrefWidth(WIDE);
        bar.setAccessibleText(texts.text("export.progress"));
        WhileShown.follow(this, model.stateProperty(), this::show);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.text(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private Button exporting() {
        Button button =
                button(
                        "export.go",
                        () -> asks.file().apply(model.proposed()).ifPresent(model::export));
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        return button;
    }

    private void show(ExportState state) {
        said.pseudoClassStateChanged(FAILED, state instanceof ExportState.Failed);
        if (state instanceof ExportState.Writing writing) {
            bar.setProgress(writing.share());
            if (!getChildren().contains(bar)) { // the button keeps the focus while it is pressed
                said.setText(texts.text("export.writing"));
                getChildren().setAll(said, bar, button("export.cancel", model::cancel));
            }
            return;
        }
        if (state instanceof ExportState.Done done) {
            said.setText(texts.text("export.done", names(done.files())));
            Path file = done.files().get(0);
            getChildren().setAll(said, button("export.show", () -> asks.show().accept(file)));
            getChildren().add(exporting());
            return;
        }
        if (state instanceof ExportState.Failed failed) {
            said.setText(failed.sentence());
        } else {
            said.setText(state instanceof ExportState.Stopped ? texts.text("export.stopped") : "");
        }
        getChildren().setAll(said, exporting());
    }

    private static String names(List<Path> files) {
        return files.stream()
                .map(f -> f.getFileName().toString())
                .collect(Collectors.joining(", "));
    }
}
