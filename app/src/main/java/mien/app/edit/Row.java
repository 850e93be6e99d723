package mien.app.edit;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * A named line of the inspector. Its name stands out, and it can be reset, while its value was
 * changed.
 */
final class Row extends HBox {

    private static final PseudoClass TOUCHED = PseudoClass.getPseudoClass("touched");

    private final String name;
    private final Button back;

    /**
     * @param input what sets the control
     * @param link what links it to its other side, if it has one
     * @param neutral what resets it, if anything does
     */
    <S extends EditSpec> Row(
            EditViewModel<S> edit,
            Control<S> control,
            Region input,
            Optional<ToggleButton> link,
            Optional<Neutral<S>> neutral,
            Texts texts) {
        this.name = texts.name("control", control.id());
        getStyleClass().add("control-row");
        setAlignment(Pos.CENTER_LEFT);
        Runnable reset = () -> neutral.ifPresent(n -> edit.apply(n.reset().apply(edit.spec())));
        Label label = new Label(name);
        label.getStyleClass().add("control-name");
        label.setLabelFor(input);
        label.setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                        reset.run();
                    }
                });
        texts.optional("control." + control.id() + ".help")
                .ifPresent(help -> label.setTooltip(new Tooltip(help)));
        HBox.setHgrow(input, Priority.ALWAYS);
        back = Buttons.icon(MaterialDesignR.RESTORE, texts.text("control.reset", name), reset);
        back.getStyleClass().add("row-reset");
        back.setFocusTraversable(false); // the keyboard resets with Backspace on the field
        getChildren().add(label);
        link.ifPresent(getChildren()::add);
        getChildren().addAll(input, back);
        WhileShown.follow(
                this,
                edit.specProperty(),
                s -> mark(neutral.filter(n -> n.touched().test(s)).isPresent()));
    }

    /** Whether its name contains what a person looks for. */
    boolean matches(String wanted, Locale language) {
        return name.toLowerCase(language).contains(wanted.strip().toLowerCase(language));
    }

    private void mark(boolean touched) {
        pseudoClassStateChanged(TOUCHED, touched);
        back.setVisible(touched);
    }
}
