package mien.app.models;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.Page;
import mien.engine.model.Checkpoint;
import mien.engine.model.ModelPack;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

/** A published checkpoint: what to download, where, and under which license. */
final class CheckpointRow extends VBox {

    CheckpointRow(Checkpoint known, Optional<ModelPack> installed, Texts texts, Links links) {
        getStyleClass().addAll("model-box", "checkpoint-row");
        setAccessibleText(known.title());
        Label name = new Label(known.title());
        name.getStyleClass().add("model-name");
        HBox top = new HBox(name);
        top.getStyleClass().add("model-line");
        top.setAlignment(Pos.CENTER_LEFT);
        installed.ifPresent(
                pack -> {
                    Label mark = new Label(texts.text("models.is-installed"));
                    mark.getStyleClass().add("model-badge");
                    top.getChildren().add(mark);
                });
        String size = Wording.numbers(known.numbers(), texts);
        getChildren()
                .addAll(
                        top,
                        Page.words("model-text", Wording.sentence(known.purpose())),
                        Page.words("model-facts", texts.text("models.get", known.file(), size)),
                        Page.words("model-facts", texts.text("models.license", known.license())));
        known.note().ifPresent(n -> getChildren().add(Page.words("model-facts", n)));
        getChildren().add(known.offered() ? where(known, texts, links) : nowhere(known));
    }

    private static Label nowhere(Checkpoint known) {
        return Page.words("model-facts", known.page());
    }

    private static HBox where(Checkpoint known, Texts texts, Links links) {
        Button open =
                Buttons.icon(
                        MaterialDesignO.OPEN_IN_NEW,
                        texts.text("models.open-page"),
                        () -> links.open(known.page()));
        open.setText(known.page().replaceFirst("^https://(www\\.)?", ""));
        open.setAccessibleText(texts.text("models.open-page") + " " + known.page());
        Button copy =
                Buttons.icon(
                        MaterialDesignC.CONTENT_COPY,
                        texts.text("models.copy-link"),
                        () -> links.copy(known.page()));
        HBox line = new HBox(open, copy);
        line.getStyleClass().add("model-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
