package mien.app.shell;

import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.edit.EditViewModel;
import mien.app.edit.Inspector;
import mien.app.edit.Means;
import mien.app.edit.MetersPanel;
import mien.app.edit.RunPanel;
import mien.app.job.Workshop;
import mien.app.text.Saying;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.edit.EditSpec;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The inspector of the opened picture, or what stands between it and being edited. */
final class SidePanel extends VBox {

    private final StudioViewModel studio;
    private final Surroundings around;
    private final Texts texts;
    private final ObservableMap<String, Boolean> open = FXCollections.observableHashMap();

    SidePanel(StudioViewModel studio, Surroundings around) {
        this.studio = studio;
        this.around = around;
        this.texts = around.texts();
        getStyleClass().add("side-panel");
        WhileShown.follow(this, studio.workshopProperty(), w -> refresh());
        WhileShown.follow(this, studio.readingProperty(), r -> refresh());
        WhileShown.follow(this, studio.problemProperty(), p -> refresh());
        WhileShown.follow(this, studio.editProperty(), e -> refresh());
    }

    /** Which groups of controls are open, by their ids. */
    Map<String, Boolean> open() {
        return Map.copyOf(open);
    }

    /** Opens and closes groups; what is shown follows with the next picture. */
    void open(Map<String, Boolean> groups) {
        open.putAll(groups);
        refresh();
    }

    private void refresh() {
        Optional<EditViewModel<?>> edit = studio.editProperty().get();
        Optional<Saying> problem = studio.problemProperty().get();
        if (edit.isPresent()) {
            panel(edit.get());
        } else if (problem.isPresent()) {
            getChildren()
                    .setAll(
                            waiting(
                                    new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE),
                                    problem.get().in(texts)));
        } else {
            String key =
                    studio.workshopProperty().get().isEmpty()
                            ? "status.starting"
                            : "status.reading";
            ProgressIndicator turning = new ProgressIndicator();
            turning.getStyleClass().add("waiting-ring");
            getChildren().setAll(waiting(turning, texts.text(key)));
        }
    }

    private <S extends EditSpec> void panel(EditViewModel<S> edit) {
        Inspector<S> inspector =
                new Inspector<>(
                        edit,
                        texts,
                        around.keys()::map,
                        open,
                        studio.workshopProperty().get().map(this::means),
                        sentence -> studio.tell(Notice.problem(sentence)));
        VBox.setVgrow(inspector, Priority.ALWAYS);
        getChildren()
                .setAll(
                        new StackBar(studio, texts),
                        ModelNotices.of(edit.system(), studio.model(), edit.jobs(), texts),
                        inspector,
                        new MetersPanel(edit, texts),
                        new RunPanel(edit, texts));
    }

    private Means means(Workshop workshop) {
        return new Means(
                workshop, () -> around.files().toOpen(texts), around.config().resolve("presets"));
    }

    private static Node waiting(Node sign, String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("waiting-text");
        VBox box = new VBox(sign, label);
        box.getStyleClass().add("waiting");
        box.setAlignment(Pos.CENTER);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }
}
