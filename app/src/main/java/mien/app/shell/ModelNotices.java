package mien.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.job.Jobs;
import mien.app.text.Texts;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Notice;
import mien.engine.model.ModelPack;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** What a person should know of the model they edit with, above everything that can be set. */
final class ModelNotices extends VBox {

    private final Texts texts;

    /** What a system says of a model. */
    static ModelNotices of(
            EditSystem<?> system, Optional<ModelPack> model, Jobs jobs, Texts texts) {
        return new ModelNotices(() -> model.map(system::notices).orElse(List.of()), jobs, texts);
    }

    /**
     * @param notices what is said; asked in the background
     */
    ModelNotices(Supplier<List<Notice>> notices, Jobs jobs, Texts texts) {
        this.texts = texts;
        getStyleClass().add("model-notices");
        show(List.of());
        jobs.fetch(notices, this::show, e -> show(List.of()));
    }

    private void show(List<Notice> notices) {
        getChildren().setAll(notices.stream().map(this::line).toList());
        setVisible(!notices.isEmpty());
        setManaged(!notices.isEmpty());
    }

    /** In the language of the window where it has words for it. */
    private Node line(Notice notice) {
        Label words = new Label(texts.optional("notice." + notice.id()).orElse(notice.sentence()));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        FontIcon sign = new FontIcon(MaterialDesignI.INFORMATION_OUTLINE);
        HBox line = new HBox(sign, words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("model-notice");
        return line;
    }
}
