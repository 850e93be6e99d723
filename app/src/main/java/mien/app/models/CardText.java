package mien.app.models;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Text set from the few kinds of Markdown that model cards use; the title of the card is left to
 * what stands above.
 */
final class CardText extends VBox {

    private static final int SHORT = 24; // letters

    private final List<String> paragraph = new ArrayList<>();
    private GridPane table = new GridPane();
    private boolean code;

    CardText() {
        getStyleClass().add("sheet-body");
    }

    /** Adds the next line of the card. */
    void line(String line) {
        if (line.startsWith("```")) {
            end();
            code = !code;
        } else if (code) {
            add(line, "card-code");
        } else if (line.startsWith("|")) {
            row(line);
        } else if (line.startsWith("##")) {
            end();
            add(plain(line.replaceFirst("^#+\\s*", "")), "card-heading");
        } else if (line.matches("\\s*[-*] .*")) {
            end();
            item(plain(line.replaceFirst("^\\s*[-*] ", "")));
        } else if (line.isBlank() || line.startsWith("#")) {
            end();
        } else {
            paragraph.add(line.strip());
        }
    }

    /** The last line was added. */
    void end() {
        if (!paragraph.isEmpty()) {
            add(plain(String.join(" ", paragraph)), "card-text");
            paragraph.clear();
        }
        table = new GridPane();
    }

    private void row(String line) {
        if (line.matches("[|:\\- ]+")) {
            return; // the rule below the headings
        }
        if (table.getRowCount() == 0) {
            end();
            table.getStyleClass().add("card-table");
            getChildren().add(table);
        }
        int row = table.getRowCount();
        String[] cells = line.replaceFirst("^\\|", "").split("\\|");
        for (int i = 0; i < cells.length; i++) {
            table.add(cell(plain(cells[i].strip())), i, row);
        }
    }

    /** Short ones keep their line, so that the long ones beside them wrap. */
    private static Label cell(String words) {
        Label cell = label(words, "card-cell");
        cell.setMinWidth(words.length() <= SHORT ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
        GridPane.setValignment(cell, VPos.TOP);
        return cell;
    }

    private void item(String words) {
        HBox item = new HBox(new Label("•"), label(words, "card-text"));
        item.getStyleClass().add("card-item");
        getChildren().add(item);
    }

    private void add(String words, String styleClass) {
        getChildren().add(label(words, styleClass));
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** Without the signs of emphasis and links. */
    private static String plain(String words) {
        return words.replaceAll("\\*\\*|`", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
    }
}
