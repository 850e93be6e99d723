package mien.app.canvas.tool.mask;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.picture.mask.LayoutClass;

/** The classes of a layout, each with its colour: the pressed one is painted. */
public final class ClassPalette extends FlowPane {

    /**
     * @param system whose classes they are; their words have the key {@code class.<system>.<name>}
     * @param chosen the id of the class that is painted
     */
    public ClassPalette(
            String system, List<LayoutClass> classes, IntegerProperty chosen, Texts texts) {
        getStyleClass().add("class-palette");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(texts.text("mask.classes"));
        ToggleGroup group = new ToggleGroup();
        for (LayoutClass c : classes) {
            ToggleButton button = new ToggleButton(texts.name("class", system + "." + c.name()));
            Region swatch = new Region();
            swatch.getStyleClass().add("swatch");
            swatch.setStyle( // the colour is the class's, not the theme's
                    String.format(Locale.ROOT, "-fx-background-color: #%06x;", c.rgb()));
            button.setGraphic(swatch);
            button.setToggleGroup(group);
            button.setOnAction(
                    e -> {
                        chosen.set(c.id());
                        button.setSelected(true);
                    });
            WhileShown.follow(this, chosen, id -> button.setSelected(id.intValue() == c.id()));
            getChildren().add(button);
        }
    }
}
