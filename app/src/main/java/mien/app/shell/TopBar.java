package mien.app.shell;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mien.app.document.RecentDocuments;
import mien.app.edit.EditViewModel;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** What is done with the whole picture, its name, and how the window looks and speaks. */
final class TopBar extends HBox {

    private final Texts texts;

    TopBar(StudioViewModel studio, Actions actions, Pages pages, Surroundings around) {
        this.texts = around.texts();
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label brand = new Label(texts.text("app.name"));
        brand.getStyleClass().add("brand");
        Button open =
                worded(MaterialDesignF.FOLDER_OPEN_OUTLINE, "command.open", actions::openFile);
        Button save = worded(MaterialDesignC.CONTENT_SAVE_OUTLINE, "command.save", actions::save);
        Button export = worded(MaterialDesignT.TRAY_ARROW_DOWN, "command.export", pages::export);
        Button undo = icon(MaterialDesignU.UNDO, "command.undo", actions::undo);
        Button redo = icon(MaterialDesignR.REDO, "command.redo", actions::redo);
        Button reset = icon(MaterialDesignR.RESTORE, "command.reset-all", actions::resetAll);
        Label name = new Label();
        name.getStyleClass().add("document-name");
        getChildren()
                .addAll(
                        brand,
                        open,
                        save,
                        export,
                        new Separator(Orientation.VERTICAL),
                        undo,
                        redo,
                        reset,
                        gap(),
                        name,
                        gap(),
                        menu(studio, actions, pages, around));
        WhileShown.follow(this, studio.documents().titleBinding(), name::setText);
        WhileShown.follow(this, studio.documents().dirtyProperty(), d -> save.setDisable(!d));
        WhileShown.follow(undo, studio.canUndo(), yes -> undo.setDisable(!yes));
        WhileShown.follow(redo, studio.canRedo(), yes -> redo.setDisable(!yes));
        enable(reset, studio, EditViewModel::touched);
        enable(export, studio, e -> e.resultProperty().map(Optional::isPresent));
    }

    /** A button works while something holds of what is edited. */
    private static void enable(
            Button button,
            StudioViewModel studio,
            Function<EditViewModel<?>, ObservableValue<Boolean>> holds) {
        ObservableValue<Boolean> can =
                studio.editProperty().flatMap(e -> e.map(holds).orElse(null)).orElse(false);
        WhileShown.follow(button, can, yes -> button.setDisable(!yes));
    }

    private static Node gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Button icon(Ikon icon, String key, Runnable action) {
        return Buttons.icon(icon, texts.text(key), action);
    }

    private Button worded(Ikon icon, String key, Runnable action) {
        Button button = icon(icon, key, action);
        button.setText(texts.text(key + ".short"));
        return button;
    }

    private MenuButton menu(
            StudioViewModel studio, Actions actions, Pages pages, Surroundings around) {
        MenuButton menu = new MenuButton("", new FontIcon(MaterialDesignC.COG_OUTLINE));
        menu.getStyleClass().addAll("icon-button", "settings-menu");
        menu.setAccessibleText(texts.text("menu.settings"));
        menu.getItems()
                .addAll(
                        recent(studio),
                        item("save-as", around, actions::saveAs),
                        item("continue", around, actions::continueFromResult),
                        new SeparatorMenuItem(),
                        item("models", around, pages::models),
                        item("engine", around, pages::engine),
                        item("preferences", around, pages::preferences),
                        item("keys", around, pages::keys),
                        item("tour", around, around.tour()::start));
        return menu;
    }

    /** Documents that were used lately; those that are gone cannot be chosen. */
    private Menu recent(StudioViewModel studio) {
        Menu menu = new Menu(texts.text("menu.recent"));
        ObservableList<RecentDocuments.Entry> entries = studio.documents().recent();
        WhileShown.followList(
                this,
                entries,
                () -> {
                    menu.getItems().setAll(entries.stream().map(e -> item(e, studio)).toList());
                    menu.setDisable(entries.isEmpty());
                });
        return menu;
    }

    private static MenuItem item(RecentDocuments.Entry entry, StudioViewModel studio) {
        MenuItem item = new MenuItem(entry.file().getFileName().toString());
        item.setMnemonicParsing(false);
        item.setDisable(entry.missing());
        item.setOnAction(e -> studio.open(entry.file()));
        return item;
    }

    private MenuItem item(String command, Surroundings around, Runnable action) {
        MenuItem item = new MenuItem();
        WhileShown.follow(
                this,
                around.keys().mapProperty(),
                map -> {
                    String words = texts.text("command." + command);
                    item.setText(map.shown(command).map(k -> words + "   " + k).orElse(words));
                });
        item.setOnAction(e -> action.run());
        return item;
    }
}
