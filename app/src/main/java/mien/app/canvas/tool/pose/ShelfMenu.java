package mien.app.canvas.tool.pose;

import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import mien.app.text.Texts;
import mien.engine.picture.pose.PoseException;
import mien.engine.picture.pose.PoseShelf;
import mien.engine.picture.pose.Poses;
import mien.engine.picture.pose.Skeleton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The shelf of poses: those that came with the program, and those that were kept. */
final class ShelfMenu extends MenuButton {

    private static final int ANY =
            1000; // poses are fitted into the picture when they are put there

    private final PoseModel pose;
    private final PoseShelf shelf;
    private final Texts texts;
    private final Consumer<String> complaint;

    ShelfMenu(PoseModel pose, PoseShelf shelf, Texts texts, Consumer<String> complaint) {
        this.pose = pose;
        this.shelf = shelf;
        this.texts = texts;
        this.complaint = complaint;
        getStyleClass().addAll("icon-button", "shelf-menu");
        setId("pose-shelf");
        setGraphic(new FontIcon(MaterialDesignB.BOOKSHELF));
        setTooltip(new Tooltip(texts.text("pose.shelf")));
        setAccessibleText(texts.text("pose.shelf"));
        fill();
        setOnShowing(e -> fill());
    }

    private void fill() {
        getItems().clear();
        Poses.fitted(ANY, ANY)
                .forEach(
                        (id, figure) -> getItems().add(item(texts.name("pose.shelf", id), figure)));
        getItems().add(new SeparatorMenuItem());
        shelf.poses().forEach((name, figure) -> getItems().add(item(name, figure)));
        Menu remove = new Menu(texts.text("pose.remove"));
        shelf.poses().keySet().forEach(name -> remove.getItems().add(removing(name)));
        remove.setDisable(remove.getItems().isEmpty());
        getItems().addAll(keeping(), remove);
    }

    private MenuItem item(String name, Skeleton figure) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> pose.putFitted(figure));
        return item;
    }

    private MenuItem removing(String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> attempt(() -> removed(name)));
        return item;
    }

    private void removed(String name) {
        if (!shelf.remove(name)) {
            fill(); // somebody else was faster
        }
    }

    /** A field in the menu: Enter keeps the figure under the name that was typed. */
    private MenuItem keeping() {
        TextField name = new TextField();
        name.getStyleClass().add("shelf-menu-name");
        name.setPromptText(texts.text("pose.keep"));
        name.setAccessibleText(texts.text("pose.keep"));
        CustomMenuItem item = new CustomMenuItem(name, false);
        name.setOnAction(
                e -> {
                    attempt(() -> shelf.keep(name.getText(), pose.figure()));
                    hide();
                });
        return item;
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (PoseException e) {
            complaint.accept(e.getMessage());
        }
    }
}
