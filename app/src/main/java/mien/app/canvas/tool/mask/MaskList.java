package mien.app.canvas.tool.mask;

import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.picture.mask.Join;
import mien.engine.picture.mask.MaskSet;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The masks by name: which one is painted, new ones, and how two become one. */
final class MaskList extends HBox {

    private final MaskViewModel masks;
    private final Texts texts;
    private final ComboBox<String> names = new ComboBox<>();
    private final TextField naming = new TextField();
    private final MenuButton joins = new MenuButton();
    private final Button add;
    private final Button remove;
    private final Button rename;
    private boolean showing;

    MaskList(MaskViewModel masks, Texts texts) {
        this.masks = masks;
        this.texts = texts;
        getStyleClass().add("mask-list");
        setAlignment(Pos.CENTER_LEFT);
        names.setAccessibleText(texts.text("mask.list"));
        names.setPromptText(texts.text("mask.none"));
        names.valueProperty().subscribe(n -> chosen());
        naming.setAccessibleText(texts.text("mask.rename"));
        naming.setOnAction(e -> named(true));
        naming.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        named(false);
                        e.consume();
                    }
                });
        naming.focusedProperty().subscribe((was, is) -> named(was && !is));
        joins.setGraphic(new FontIcon(MaterialDesignS.SET_ALL));
        joins.getStyleClass().addAll("icon-button", "mask-joins");
        joins.setAccessibleText(texts.text("mask.join"));
        joins.setTooltip(new Tooltip(texts.text("mask.join")));
        add = Buttons.icon(MaterialDesignP.PLUS, texts.text("mask.add"), masks::add);
        remove =
                Buttons.icon(
                        MaterialDesignD.DELETE_OUTLINE, texts.text("mask.remove"), masks::remove);
        rename = Buttons.icon(MaterialDesignR.RENAME_BOX, texts.text("mask.rename"), this::rename);
        edit(false);
        getChildren().addAll(names, naming, add, rename, joins, remove);
        WhileShown.follow(this, masks.masks(), this::show);
    }

    private void show(MaskSet set) {
        showing = true;
        names.getItems().setAll(set.masks().stream().map(MaskSet.Named::name).toList());
        names.setValue(set.current().map(MaskSet.Named::name).orElse(null));
        showing = false;
        boolean some = !set.masks().isEmpty();
        names.setDisable(!some);
        remove.setDisable(!some);
        rename.setDisable(!some);
        add.setDisable(some && !masks.several());
        joins.setDisable(set.masks().size() < 2);
        joins.getItems()
                .setAll(IntStream.range(0, Join.values().length).mapToObj(this::menu).toList());
    }

    private Menu menu(int how) {
        Join join = Join.values()[how];
        MaskSet set = masks.masks().getValue();
        Menu menu = new Menu(texts.text("mask.join." + join.name().toLowerCase(Locale.ROOT)));
        for (int i = 0; i < set.masks().size(); i++) {
            if (i != set.selected()) {
                int other = i;
                MenuItem item = new MenuItem(set.masks().get(i).name());
                item.setMnemonicParsing(false);
                item.setOnAction(e -> masks.join(join, other));
                menu.getItems().add(item);
            }
        }
        return menu;
    }

    private void chosen() {
        if (!showing) {
            masks.select(names.getSelectionModel().getSelectedIndex());
        }
    }

    /** A field takes the place of the name. */
    private void rename() {
        naming.setText(names.getValue());
        edit(true);
        naming.requestFocus();
        naming.selectAll();
    }

    private void named(boolean take) {
        if (naming.isVisible()) {
            edit(false);
            if (take) {
                masks.rename(naming.getText());
            }
        }
    }

    private void edit(boolean editing) {
        naming.setVisible(editing);
        naming.setManaged(editing);
        names.setVisible(!editing);
        names.setManaged(!editing);
    }
}
