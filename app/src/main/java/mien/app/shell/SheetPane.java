package mien.app.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A sheet over the window. A press beside it, or Esc, puts it away. */
final class SheetPane extends StackPane {

    private Optional<Node> before = Optional.empty(); // what had the focus

    SheetPane() {
        getStyleClass().add("sheet-pane");
        setVisible(false);
        setOnMousePressed(
                e -> {
                    if (e.getTarget() == this && e.getButton() == MouseButton.PRIMARY) {
                        hide();
                    }
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Also from a field, whose letters the window leaves alone. */
    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            hide();
            e.consume();
        }
    }

    boolean shown() {
        return isVisible();
    }

    /** Whether the sheet is of a kind. */
    boolean shows(Class<? extends Region> kind) {
        return shown() && getChildren().stream().anyMatch(kind::isInstance);
    }

    void show(Region sheet) {
        if (!shown()) {
            before = Optional.ofNullable(getScene().getFocusOwner());
        }
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(sheet);
        setVisible(true);
        sheet.setFocusTraversable(true);
        sheet.requestFocus();
    }

    void hide() {
        setVisible(false);
        getChildren().clear();
        before.ifPresent(Node::requestFocus);
    }
}
