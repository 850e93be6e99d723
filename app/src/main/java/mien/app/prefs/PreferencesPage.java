package mien.app.prefs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What can be chosen once for all edits. */
public final class PreferencesPage extends Page {

    private static final double PERCENT = 100;

    private final PreferencesViewModel model;
    private final Texts texts;
    private final Supplier<Optional<Path>> askFolder;
    private final VBox folders = new VBox();

    /**
     * @param askFolder asks the person for a folder
     */
    public PreferencesPage(
            PreferencesViewModel model,
            Texts texts,
            Supplier<Optional<Path>> askFolder,
            Runnable close) {
        super(texts.text("prefs.title"), texts.text("prefs.close"), close);
        this.model = model;
        this.texts = texts;
        this.askFolder = askFolder;
        getStyleClass().add("prefs-page");
        folders.getStyleClass().add("prefs-folders");
        window();
        previews();
        export();
        engine();
        WhileShown.follow(
                this,
                model.preferencesProperty().map(p -> p.work().modelFolders()),
                this::showFolders);
    }

    private String word(String key) {
        return texts.text("prefs." + key);
    }

    private void part(String key, HBox... rows) {
        body().getChildren().add(heading(word(key)));
        body().getChildren().addAll(rows);
    }

    private <T> ObservableValue<T> now(Function<Preferences, T> of) {
        return model.preferencesProperty().map(of);
    }

    private void window() {
        part(
                "window",
                Choices.oneOf(
                        word("theme"),
                        List.of(ThemeChoice.values()),
                        t -> texts.text("menu.theme." + t.name().toLowerCase(Locale.ROOT)),
                        now(Preferences::theme),
                        t -> model.change(p -> p.withTheme(t))),
                Choices.oneOf(
                        word("language"),
                        Texts.LANGUAGES,
                        l -> l.getDisplayLanguage(l),
                        now(p -> texts.language()),
                        l -> model.change(p -> p.withLanguage(l))));
    }

    private void previews() {
        Work now = model.now().work();
        part(
                "running",
                Choices.yesOrNo(
                        word("previews"),
                        now.previews(),
                        on -> model.changeWork(w -> w.withPreviews(on, w.previewStrength()))),
                Choices.number(
                        word("preview-strength"),
                        10,
                        PERCENT,
                        now.previewStrength() * PERCENT,
                        10,
                        v ->
                                model.changeWork(
                                        w ->
                                                w.withPreviews(
                                                        w.previews(), Math.round(v) / PERCENT))),
                Choices.yesOrNo(
                        word("autosave"),
                        now.autosave(),
                        on -> model.changeWork(w -> w.withAutosave(on))));
    }

    private void export() {
        Work.Export now = model.now().work().export();
        part(
                "export",
                Choices.oneOf(
                        word("format"),
                        Work.Export.FORMATS,
                        f -> f.toUpperCase(Locale.ROOT),
                        now(p -> p.work().export().format()),
                        f -> export(e -> e.withFormat(f))),
                Choices.number(
                        word("quality"),
                        50,
                        100,
                        now.quality(),
                        1,
                        q -> export(e -> e.withQuality((int) Math.round(q)))),
                Choices.yesOrNo(word("recipe"), now.recipe(), on -> export(e -> e.withRecipe(on))),
                Choices.yesOrNo(word("share"), now.share(), on -> export(e -> e.withShare(on))));
    }

    private void export(UnaryOperator<Work.Export> change) {
        model.changeWork(w -> w.withExport(change.apply(w.export())));
    }

    private void engine() {
        Work now = model.now().work();
        part(
                "engine",
                Choices.oneOf(
                        word("device"),
                        Work.DEVICES,
                        d -> word("device." + d),
                        now(p -> p.work().device()),
                        d -> model.changeWork(w -> w.withDevice(d))),
                Choices.oneOf(
                        word("precision"),
                        Work.PRECISIONS,
                        p -> p.equals("auto") ? word("auto") : p,
                        now(p -> p.work().precision()),
                        p -> model.changeWork(w -> w.withPrecision(p))),
                Choices.number(
                        word("threads"),
                        0,
                        Runtime.getRuntime().availableProcessors(),
                        now.threads(),
                        1,
                        t -> model.changeWork(w -> w.withThreads((int) Math.round(t)))));
        Button add = new Button(word("add-folder"));
        add.setOnAction(e -> askFolder.get().ifPresent(this::addFolder));
        body().getChildren()
                .addAll(
                        words("prefs-help", word("threads.help")),
                        Choices.row(word("folders"), new VBox(folders, add)),
                        words("prefs-help", word("next-start")));
    }

    private void addFolder(Path folder) {
        model.changeWork(
                w -> {
                    List<Path> all = new ArrayList<>(w.modelFolders());
                    if (!all.contains(folder)) {
                        all.add(folder);
                    }
                    return w.withModelFolders(all);
                });
    }

    private void showFolders(List<Path> all) {
        folders.getChildren().clear();
        for (Path folder : all) {
            Button remove =
                    Buttons.icon(
                            MaterialDesignC.CLOSE,
                            texts.text("prefs.remove-folder", folder),
                            () ->
                                    model.changeWork(
                                            w ->
                                                    w.withModelFolders(
                                                            w.modelFolders().stream()
                                                                    .filter(f -> !f.equals(folder))
                                                                    .toList())));
            HBox line = new HBox(new Label(folder.toString()), remove);
            line.setAlignment(Pos.CENTER_LEFT);
            folders.getChildren().add(line);
        }
    }
}
