package mien.app.theme;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that are pictures, named for those who cannot see them. */
public final class Buttons {

    private Buttons() {}

    /**
     * @param name what it does: its tooltip, and what a screen reader says
     */
    public static Button icon(Ikon icon, String name, Runnable action) {
        Button button = new Button();
        button.setOnAction(e -> action.run());
        return dressed(button, icon, name);
    }

    /** A button that stays pressed. */
    public static ToggleButton toggle(Ikon icon, String name) {
        return dressed(new ToggleButton(), icon, name);
    }

    private static <B extends ButtonBase> B dressed(B button, Ikon icon, String name) {
        button.getStyleClass().add("icon-button");
        button.setGraphic(new FontIcon(icon));
        named(button, name);
        return button;
    }

    /** Gives a button another name. */
    public static void named(ButtonBase button, String name) {
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
    }
}
