package mien.app.edit;

import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import mien.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** Applies, keeps and removes presets. */
final class PresetMenu extends MenuButton {

    private final Presets<?> presets;
    private final Texts texts;

    PresetMenu(Presets<?> presets, Texts texts) {
        super(texts.text("preset.menu"), new FontIcon(MaterialDesignB.BOOKMARK_OUTLINE));
        this.presets = presets;
        this.texts = texts;
        getStyleClass().add("preset-menu");
        setMaxWidth(Double.MAX_VALUE);
        fill();
        setOnShowing(e -> fill());
    }

    private void fill() {
        Set<String> names = presets.names();
        getItems().clear();
        names.forEach(name -> getItems().add(item(name, presets::apply)));
        if (names.isEmpty()) {
            MenuItem none = new MenuItem(texts.text("preset.none"));
            none.setDisable(true);
            getItems().add(none);
        }
        Menu remove = new Menu(texts.text("preset.remove"));
        names.forEach(name -> remove.getItems().add(item(name, presets::remove)));
        remove.setDisable(names.isEmpty());
        getItems().addAll(new SeparatorMenuItem(), keeping(), remove);
    }

    private static MenuItem item(String name, Consumer<String> action) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.accept(name));
        return item;
    }

    /** A field in the menu: Enter keeps what was changed under the name that was typed. */
    private MenuItem keeping() {
        TextField name = new TextField();
        name.getStyleClass().add("preset-name");
        name.setPromptText(texts.text("preset.keep"));
        name.setAccessibleText(texts.text("preset.keep"));
        name.setOnAction(
                e -> {
                    presets.keep(name.getText());
                    hide();
                });
        return new CustomMenuItem(name, false);
    }
}
