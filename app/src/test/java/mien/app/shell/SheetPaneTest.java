package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A sheet comes over the window and goes again. */
@ExtendWith(ApplicationExtension.class)
class SheetPaneTest {

    private SheetPane sheets;
    private Button below;
    private TextField field;

    @Start
    void open(Stage stage) {
        sheets = new SheetPane();
        below = new Button("below");
        field = new TextField();
        stage.setScene(new Scene(new StackPane(below, sheets), 400, 300));
        stage.show();
        below.requestFocus();
        sheets.show(new VBox(field));
    }

    @Test
    void escapePutsItAwayEvenFromAFieldAndTheFocusGoesBack(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.type(KeyCode.A, KeyCode.ESCAPE);
        assertFalse(sheets.shown());
        assertSame(below, below.getScene().getFocusOwner());
    }

    @Test
    void itSaysOfWhatKindTheSheetIs(FxRobot robot) {
        assertTrue(sheets.shows(VBox.class));
        assertFalse(sheets.shows(StackPane.class));
        robot.interact(sheets::hide);
        assertFalse(sheets.shows(VBox.class));
    }
}
