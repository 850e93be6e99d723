package mien.app.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import mien.app.text.Texts;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Provenance;

/**
 * How a result becomes a file, and every word that will stand in it. It holds nothing up: closed at
 * any time, it lets an export go on.
 */
public final class ExportSheet extends Page {

    private final ExportViewModel model;
    private final Texts texts;

    /**
     * What the sheet asks the window for.
     *
     * @param file where to write; told the proposed name, whose ending is that of the format
     * @param show shows a written file in the folder it lies in
     * @param close puts the sheet away
     */
    public record Asks(
            Function<String, Optional<Path>> file, Consumer<Path> show, Runnable close) {}

    public ExportSheet(ExportViewModel model, Texts texts, Asks asks) {
        super(texts.text("export.title"), texts.text("export.close"), asks.close());
        this.model = model;
        this.texts = texts;
        getStyleClass().add("export-sheet");
        body().getChildren().add(formats());
        body().getChildren().add(onlyFor(quality(), c -> c.format() == ExportFormat.JPEG));
        if (!model.subject().result().opaque()) {
            body().getChildren().add(onlyFor(behind(), c -> c.format() == ExportFormat.JPEG));
        }
        if (model.subject().resizable()) {
            body().getChildren().add(onlyFor(sizes(), c -> !c.format().layered()));
        }
        body().getChildren().add(onlyFor(layers(), c -> c.format().layered()));
        body().getChildren().add(heading(texts.text("export.told")));
        told();
        rights();
        body().getChildren().add(words("export-help", texts.text("export.exactly")));
        body().getChildren().add(new ExportFields(model, texts));
        getChildren().add(new ExportFooter(model, texts, asks));
    }

    private ExportChoice now() {
        return model.choiceProperty().get();
    }

    private HBox row(String key, Node setter) {
        return row(key, texts.text(key), setter);
    }

    private HBox row(String id, String name, Node setter) {
        Label label = new Label(name);
        label.getStyleClass().add("export-name");
        label.setLabelFor(setter);
        setter.setId(id.replace('.', '-'));
        HBox row = new HBox(label, setter);
        row.getStyleClass().add("export-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** A row that is there while it means something. */
    private HBox onlyFor(HBox row, Function<ExportChoice, Boolean> when) {
        WhileShown.follow(
                this,
                model.choiceProperty(),
                c -> {
                    row.setVisible(when.apply(c));
                    row.setManaged(when.apply(c));
                });
        return row;
    }

    private <T> HBox oneOf(
            String key,
            List<T> values,
            Function<T, String> words,
            Function<ExportChoice, T> getter,
            Consumer<T> chosen) {
        HBox all = new HBox();
        all.getStyleClass().add("export-choice");
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setToggleGroup(group);
            button.setAccessibleText(texts.text(key) + ": " + words.apply(value));
            button.setOnAction(
                    e -> {
                        button.setSelected(true); // a second press does not let it go
                        chosen.accept(value);
                    });
            WhileShown.follow(
                    this,
                    model.choiceProperty(),
                    c -> button.setSelected(getter.apply(c).equals(value)));
            all.getChildren().add(button);
        }
        return row(key, all);
    }

    private HBox formats() {
        return oneOf(
                "export.format",
                List.of(ExportFormat.values()),
                f -> texts.text("export.format." + f.id()),
                ExportChoice::format,
                f -> model.choose(c -> c.withFormat(f)));
    }

    private HBox quality() {
        Slider slider = new Slider(1, 100, now().quality());
        slider.setBlockIncrement(5);
        slider.setAccessibleText(texts.text("export.quality"));
        Label value = new Label();
        value.getStyleClass().add("export-value");
        slider.valueProperty()
                .subscribe(
                        v -> {
                            int whole = (int) Math.round(v.doubleValue());
                            value.setText(Integer.toString(whole));
                            model.choose(c -> c.withQuality(whole));
                        });
        HBox row = row("export.quality", slider);
        row.getChildren().add(value);
        return row;
    }

    private HBox behind() {
        int rgb = now().behind();
        ColorPicker picker = new ColorPicker(Color.rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
        picker.getStyleClass().add("colour-input");
        picker.setAccessibleText(texts.text("export.behind"));
        picker.setOnAction(e -> model.choose(c -> c.withBehind(rgb(picker.getValue()))));
        return row("export.behind", picker);
    }

    private static int rgb(Color colour) {
        return level(colour.getRed()) << 16
                | level(colour.getGreen()) << 8
                | level(colour.getBlue());
    }

    private static int level(double share) {
        return (int) Math.round(share * 255);
    }

    private HBox sizes() {
        Picture result = model.subject().result();
        Picture original = model.subject().original();
        return oneOf(
                "export.size",
                List.of(false, true),
                large -> {
                    Picture p = large ? original : result;
                    return texts.text(
                            large ? "export.size.original" : "export.size.made",
                            Integer.toString(p.width()),
                            Integer.toString(p.height()));
                },
                ExportChoice::originalSize,
                large -> model.choose(c -> c.withOriginalSize(large)));
    }

    private HBox layers() {
        StringBuilder names = new StringBuilder(texts.text("export.layer.result"));
        model.subject()
                .masks()
                .forEach(
                        m ->
                                names.append(", ")
                                        .append(texts.text("export.layer.mask"))
                                        .append(" – ")
                                        .append(m.name()));
        model.subject()
                .proxy()
                .ifPresent(p -> names.append(", ").append(texts.text("export.layer.draft")));
        names.append(", ").append(texts.text("export.layer.original"));
        Label label = words("export-help", names.toString());
        return row("export.layers", label);
    }

    private void told() {
        check("export.share", ExportChoice::share, on -> c -> c.withShare(on), c -> true);
        boolean some = model.subject().made().recipe().isPresent();
        if (some) {
            check(
                    "export.recipe",
                    ExportChoice::recipe,
                    on -> c -> c.withRecipe(on),
                    c -> !c.share());
        }
        if (model.subject().made().session().isPresent()) {
            check(
                    "export.session",
                    ExportChoice::session,
                    on -> c -> c.withSession(on),
                    c -> !c.share() && c.format() != ExportFormat.JPEG);
        }
        if (!model.subject().steps().isEmpty()) {
            check("export.steps", ExportChoice::steps, on -> c -> c.withSteps(on), c -> true);
        }
    }

    private void check(
            String key,
            Function<ExportChoice, Boolean> getter,
            Function<Boolean, UnaryOperator<ExportChoice>> setter,
            Function<ExportChoice, Boolean> sensible) {
        CheckBox box = new CheckBox(texts.text(key));
        box.setId(key.replace('.', '-'));
        box.setWrapText(true);
        box.setOnAction(e -> model.choose(setter.apply(box.isSelected())));
        WhileShown.follow(
                this,
                model.choiceProperty(),
                c -> {
                    box.setDisable(!sensible.apply(c));
                    box.setSelected(sensible.apply(c) && getter.apply(c));
                });
        body().getChildren().add(box);
    }

    /** Who allowed what: a line for each picture that went in. */
    private void rights() {
        List<Provenance.Source> sources = model.subject().made().sources();
        for (int i = 0; i < sources.size(); i++) {
            String name = sources.get(i).name();
            TextField field = new TextField(sources.get(i).rights());
            field.setPromptText(texts.text("export.rights.prompt"));
            field.setAccessibleText(texts.text("export.rights", name));
            field.textProperty().subscribe(words -> model.note(name, words));
            field.getStyleClass().add("export-rights");
            body().getChildren()
                    .add(row("export.rights." + i, texts.text("export.rights", name), field));
        }
    }
}
