package mien.app.models;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.engine.model.ModelPack;

/** What a model was made of and for, and where it fails: its card, set from the few kinds of Markdown that cards use. */
public final class ModelCard extends VBox {

    private final List<String> paragraph = new ArrayList<>();
    private final VBox body = new VBox();
    private boolean code;

    public ModelCard(ModelPack pack, Texts texts) {
        getStyleClass().addAll("overlay-sheet", "model-card");
        setAccessibleText(pack.title());
        Label title = new Label(pack.title());
        title.getStyleClass().add("sheet-title");
        Label facts =
                new Label(texts.text("model.facts", pack.version(), pack.license(), pack.source()));
        facts.getStyleClass().add("sheet-lead");
        facts.setWrapText(true);
        body.getStyleClass().add("sheet-body");
        lines(pack, texts).forEach(this::line);
        endParagraph();
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
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

    private void line(String line) {
        if (line.startsWith("```")) {
            endParagraph();
            code = !code;
        } else if (code || line.startsWith("|")) {
            endParagraph();
            if (!line.matches("[|:\\- ]+")) {
                add(line.strip(), "card-table");
            }
        } else if (line.startsWith("#")) {
            endParagraph();
            add(line.replaceFirst("^#+\\s*", ""), line.startsWith("##") ? "card-heading" : "card-title");
        } else if (line.matches("\\s*[-*] .*")) {
            endParagraph();
            Label dot = new Label("•");
            HBox item = new HBox(dot, text(line.replaceFirst("^\\s*[-*] ", ""), "card-text"));
            item.getStyleClass().add("card-item");
            body.getChildren().add(item);
        } else if (line.isBlank()) {
            endParagraph();
        } else {
            paragraph.add(line.strip());
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            add(String.join(" ", paragraph), "card-text");
            paragraph.clear();
        }
    }

    private void add(String words, String styleClass) {
        body.getChildren().add(text(words, styleClass));
    }

    private static Node text(String words, String styleClass) {
        Label label = new Label(words.replaceAll("\\*\\*|`", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1"));
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
