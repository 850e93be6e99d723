package mien.app.edit;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Rgb;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** What sets each kind of control. */
final class Inputs<S extends EditSpec> {

    private final EditViewModel<S> edit;
    private final Texts texts;
    private final Supplier<KeyMap> keys;
    private final Optional<Means> means;
    private final Consumer<String> complaint;
    private final SliderBoard<S> board;
    private final FieldSpan span = new FieldSpan();

    /**
     * @param complaint takes the sentence when something pasted or chosen cannot be used
     */
    Inputs(
            EditViewModel<S> edit,
            Texts texts,
            Supplier<KeyMap> keys,
            Optional<Means> means,
            Consumer<String> complaint) {
        this.edit = edit;
        this.texts = texts;
        this.keys = keys;
        this.means = means;
        this.complaint = complaint;
        this.board = new SliderBoard<>(edit);
    }

    /** What sets a control; empty for one that takes means there are none of. */
    Optional<Region> of(Control<S> control) {
        if (control instanceof Control.Slider<S> c) {
            return Optional.of(slider(c));
        }
        if (control instanceof Control.Colour<S> c) {
            return Optional.of(colour(c));
        }
        if (control instanceof Control.Toggle<S> c) {
            return Optional.of(toggle(c));
        }
        if (control instanceof Control.Choice<S> c) {
            return Optional.of(choice(c));
        }
        if (control instanceof Control.Numbers<S> c) {
            return Optional.of(numbers(c));
        }
        return means.map(m -> borrow((Control.Borrow<S>) control, m));
    }

    private Region borrow(Control.Borrow<S> c, Means m) {
        Loan<S> loan = new Loan<>(edit, c, m.workshop(), texts, complaint);
        return new BorrowField(loan, c, m.picture(), texts);
    }

    private Region slider(Control.Slider<S> c) {
        SliderField field = new SliderLens<>(c, name(c), board, span, keys).field();
        WhileShown.follow(field, edit.specProperty(), s -> field.show(c.value(s), c.neutral(s)));
        WhileShown.follow(field, board.chosenProperty(), ids -> field.mark(ids.contains(c.id())));
        return field;
    }

    /** What links a control to its other side; empty for one that has none. */
    Optional<ToggleButton> link(Control<S> control) {
        if (!(control instanceof Control.Slider<S> c) || board.partner(c).isEmpty()) {
            return Optional.empty();
        }
        ToggleButton link = Buttons.toggle(MaterialDesignL.LINK_VARIANT, "");
        link.getStyleClass().add("row-link");
        link.setOnAction(e -> board.link(c, link.isSelected()));
        WhileShown.follow(
                link,
                board.linkedProperty(),
                ids -> {
                    link.setSelected(ids.contains(c.id()));
                    link.setGraphic(
                            new FontIcon(
                                    link.isSelected()
                                            ? MaterialDesignL.LINK_VARIANT
                                            : MaterialDesignL.LINK_VARIANT_OFF));
                    Buttons.named(
                            link,
                            texts.text(link.isSelected() ? "field.unlink" : "field.link", name(c)));
                });
        return Optional.of(link);
    }

    private Region colour(Control.Colour<S> c) {
        ColorPicker picker = new ColorPicker();
        picker.setAccessibleText(name(c));
        picker.getStyleClass().add("colour-input");
        picker.setMaxWidth(Double.MAX_VALUE);
        WhileShown.follow(picker, edit.specProperty(), s -> picker.setValue(paint(c.value(s))));
        picker.setOnAction(e -> edit.apply(c.with(edit.spec(), rgb(picker.getValue()))));
        return picker;
    }

    private static Color paint(Rgb rgb) {
        return Color.color(rgb.red(), rgb.green(), rgb.blue());
    }

    private static Rgb rgb(Color colour) {
        return new Rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private Region toggle(Control.Toggle<S> c) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(name(c));
        WhileShown.follow(toggle, edit.specProperty(), s -> toggle.setSelected(c.value(s)));
        toggle.selectedProperty()
                .subscribe(
                        (was, is) -> {
                            if (is != c.value(edit.spec())) {
                                edit.apply(c.with(edit.spec(), is));
                            }
                        });
        HBox box = new HBox(toggle);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private Region choice(Control.Choice<S> c) {
        ChoiceBox<String> box = new ChoiceBox<>(FXCollections.observableArrayList(c.values()));
        box.setAccessibleText(name(c));
        box.getStyleClass().add("choice-input");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Names<>(value -> texts.name("choice." + c.id(), value)));
        WhileShown.follow(box, edit.specProperty(), s -> box.setValue(c.value(s)));
        box.setOnAction(
                e -> {
                    if (!box.getValue().equals(c.value(edit.spec()))) {
                        edit.apply(c.with(edit.spec(), box.getValue()));
                        box.setValue(c.value(edit.spec())); // a view may show another value then
                    }
                });
        return box;
    }

    /** What values are called; nothing is typed. */
    private static final class Names<T> extends StringConverter<T> {

        private final Function<T, String> name;

        Names(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("choices are picked, not typed");
        }
    }

    private Region numbers(Control.Numbers<S> c) {
        Button copy = new Button(texts.text("numbers.copy"));
        copy.setOnAction(e -> copy(c.value(edit.spec())));
        copy.setAccessibleText(texts.text("numbers.copy.of", name(c)));
        Button paste = new Button(texts.text("numbers.paste"));
        paste.setOnAction(e -> paste(c));
        paste.setAccessibleText(texts.text("numbers.paste.of", name(c)));
        HBox box = new HBox(copy, paste);
        box.getStyleClass().add("numbers-input");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private static void copy(float[] numbers) {
        List<String> words = new ArrayList<>();
        for (float n : numbers) {
            words.add(String.format(Locale.ROOT, "%.6g", n));
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join(" ", words));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste(Control.Numbers<S> c) {
        String text = Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        String[] words = text.strip().split("[\\s,;]+");
        float[] numbers = new float[words.length];
        try {
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Float.parseFloat(words[i]);
            }
            edit.apply(c.with(edit.spec(), numbers));
        } catch (NumberFormatException e) {
            complaint.accept(texts.text("numbers.unreadable", c.count()));
        } catch (EditException e) {
            complaint.accept(e.getMessage());
        }
    }

    private String name(Control<S> control) {
        return texts.name("control", control.id());
    }
}
