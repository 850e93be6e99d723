package mien.app.tour;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Page;

/** What is said at a stop, and how to go on. */
final class Callout extends VBox {

    private final Button next;

    Callout(TourViewModel tour, Stop stop, Texts texts) {
        getStyleClass().add("callout");
        String title = texts.text("tour." + stop.id());
        String words = texts.text("tour." + stop.id() + ".text");
        setAccessibleText(title + ". " + words);
        Label heading = Page.words("callout-title", title);
        Label count = new Label(texts.text("tour.count", tour.number(), tour.count()));
        count.getStyleClass().add("callout-count");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        boolean last = tour.number() == tour.count();
        next = button(texts.text(last ? "tour.done" : "tour.next"), tour::next);
        next.getStyleClass().add("accent");
        next.setAccessibleText(getAccessibleText() + " " + next.getText());
        Button back = button(texts.text("tour.back"), tour::back);
        back.setDisable(tour.number() == 1);
        HBox line = new HBox(count, gap, button(texts.text("tour.leave"), tour::leave), back, next);
        line.getStyleClass().add("callout-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(heading, Page.words("callout-text", words), line);
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Takes the focus to the button that goes on. */
    void focus() {
        next.requestFocus();
    }
}
