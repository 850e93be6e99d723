package mien.app.theme;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * A page of the studio beside the canvas: a title, a way to close it, and what scrolls below. It
 * asks nothing and holds nothing up: closing it at any time loses nothing.
 */
public class Page extends VBox {

    private final HBox header = new HBox();
    private final VBox body = new VBox();

    /**
     * @param title what it is called, also for a screen reader
     * @param closeName what the button that closes it is called
     */
    public Page(String title, String closeName, Runnable close) {
        getStyleClass().addAll("overlay-sheet", "page");
        setAccessibleText(title);
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        header.getStyleClass().add("page-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren()
                .addAll(heading, gap, Buttons.icon(MaterialDesignC.CLOSE, closeName, close));
        body.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
    }

    /** What scrolls. */
    protected final VBox body() {
        return body;
    }

    /** Puts something beside the title, before the button that closes the page. */
    protected final void beside(Node... nodes) {
        header.getChildren().addAll(header.getChildren().size() - 1, List.of(nodes));
    }

    /** A heading between two parts of the page. */
    protected static Label heading(String words) {
        return words("page-heading", words);
    }

    /** Words that wrap, in a style of their own. */
    public static Label words(String styleClass, String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
