package mien.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;

/** All keys and gestures on one sheet. */
final class KeySheet extends VBox {

    private static final List<String> GESTURES =
            List.of(
                    "compare",
                    "zoom",
                    "pan",
                    "canvas-turn",
                    "canvas-zoom",
                    "canvas-arrows",
                    "light",
                    "slider-drag",
                    "slider-fine",
                    "slider-snap",
                    "slider-type",
                    "slider-step",
                    "slider-reset",
                    "slider-copy",
                    "film");

    KeySheet(List<Command> commands, Texts texts) {
        getStyleClass().add("overlay-sheet");
        setAccessibleText(texts.text("keys.title"));
        Label title = new Label(texts.text("keys.title"));
        title.getStyleClass().add("sheet-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .setAll(wide, new ColumnConstraints(), wide, new ColumnConstraints());
        int row = 0;
        for (Command command : commands) {
            Optional<String> what = texts.optional("command." + command.id());
            if (what.isPresent()) { // the rooms are told once
                put(grid, 0, row++, what.get(), command.key());
            }
        }
        row = 0;
        for (String gesture : GESTURES) {
            put(
                    grid,
                    2,
                    row++,
                    texts.text("gesture." + gesture),
                    texts.text("gesture." + gesture + ".how"));
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        getChildren().addAll(title, scroll);
    }

    private static void put(GridPane grid, int column, int row, String what, String key) {
        Label name = new Label(what);
        name.getStyleClass().add("key-what");
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        grid.add(name, column, row);
        grid.add(cap, column + 1, row);
    }
}
