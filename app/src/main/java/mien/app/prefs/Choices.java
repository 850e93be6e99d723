package mien.app.prefs;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import mien.app.theme.WhileShown;

/** The kinds of rows a page of preferences has. */
final class Choices {

    private Choices() {}

    /** A name, and what sets the value. */
    static HBox row(String name, Node setter) {
        Label label = new Label(name);
        label.getStyleClass().add("prefs-name");
        label.setLabelFor(setter);
        HBox row = new HBox(label, setter);
        row.getStyleClass().add("prefs-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /**
     * One of a few values, all of them in sight.
     *
     * @param now the one that holds, also when it is changed elsewhere
     */
    static <T> HBox oneOf(
            String name,
            List<T> values,
            Function<T, String> words,
            ObservableValue<T> now,
            Consumer<T> chosen) {
        HBox all = new HBox();
        all.getStyleClass().add("prefs-choice");
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setToggleGroup(group);
            WhileShown.follow(
                    button,
                    now,
                    n -> {
                        if (value.equals(n)) {
                            button.setSelected(true);
                        }
                    });
            button.setAccessibleText(name + ": " + words.apply(value));
            button.setOnAction(
                    e -> {
                        button.setSelected(true); // a second press does not let it go
                        chosen.accept(value);
                    });
            all.getChildren().add(button);
        }
        return row(name, all);
    }

    static HBox yesOrNo(String name, boolean now, Consumer<Boolean> chosen) {
        CheckBox box = new CheckBox();
        box.setSelected(now);
        box.setAccessibleText(name);
        box.setOnAction(e -> chosen.accept(box.isSelected()));
        return row(name, box);
    }

    /** A number on a line, told when the line is let go or moved by a key. */
    static HBox number(
            String name, double from, double to, double now, double step, Consumer<Double> chosen) {
        Slider slider = new Slider(from, to, now);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText(name);
        Label value = new Label(whole(now));
        value.getStyleClass().add("prefs-value");
        slider.valueProperty()
                .subscribe(
                        v -> {
                            value.setText(whole(v.doubleValue()));
                            if (!slider.isValueChanging()) {
                                chosen.accept(v.doubleValue());
                            }
                        });
        slider.valueChangingProperty()
                .subscribe(
                        moving -> {
                            if (!moving) {
                                chosen.accept(slider.getValue());
                            }
                        });
        HBox both = new HBox(slider, value);
        both.getStyleClass().add("prefs-number");
        both.setAlignment(Pos.CENTER_LEFT);
        return row(name, both);
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }
}
