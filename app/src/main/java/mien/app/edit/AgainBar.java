package mien.app.edit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;

/** What can be done when the edit's own run failed; not there otherwise. */
final class AgainBar extends HBox {

    private final Button smaller;

    AgainBar(EditViewModel<?> edit, Texts texts) {
        getStyleClass().add("again-bar");
        Button again = button(texts.text("jobs.again"), edit::run);
        smaller = button(texts.text("jobs.again.smaller"), edit.outlook()::runSmaller);
        smaller.setTooltip(new Tooltip(texts.text("jobs.again.smaller.help")));
        getChildren().addAll(again, smaller);
        WhileShown.follow(this, edit.progressProperty(), this::show);
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("seeds-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> action.run());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private void show(Progress progress) {
        boolean failed = progress.phase() == Progress.Phase.FAILED;
        setVisible(failed);
        setManaged(failed);
        smaller.setVisible(progress.machine());
        smaller.setManaged(progress.machine());
    }
}
