package mien.app.models;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.engine.model.ModelPack;

/** What a model was made of and for, and where it fails. */
public final class ModelCard extends VBox {

    public ModelCard(ModelPack pack, Texts texts) {
        getStyleClass().addAll("overlay-sheet", "model-card");
        setAccessibleText(pack.title());
        Label title = new Label(pack.title());
        title.getStyleClass().add("sheet-title");
        Label facts =
                new Label(texts.text("model.facts", pack.version(), pack.license(), pack.source()));
        facts.getStyleClass().add("sheet-lead");
        facts.setWrapText(true);
        CardText text = new CardText();
        lines(pack, texts).forEach(text::line);
        text.end();
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, facts, scroll);
    }

    private static List<String> lines(ModelPack pack, Texts texts) {
        if (pack.card().isEmpty()) {
            return List.of(texts.text("model.no-card"));
        }
        try {
            return Files.readAllLines(pack.card().get());
        } catch (IOException e) {
            return List.of(texts.text("model.unreadable", pack.card().get()));
        }
    }
}
