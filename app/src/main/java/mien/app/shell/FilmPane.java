package mien.app.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mien.app.canvas.FilmStrip;
import mien.app.edit.EditViewModel;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.app.versions.Comparison;
import mien.app.versions.VersionsStrip;
import mien.engine.edit.EditSpec;

/** Below the canvas: the steps of the newest run, or the versions of the edit. */
final class FilmPane extends BorderPane {

    private final StudioViewModel studio;
    private final Surroundings around;
    private final Consumer<Comparison> compare;
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton steps;
    private final ToggleButton versions;
    private final StackPane content = new StackPane();

    FilmPane(StudioViewModel studio, Surroundings around, Consumer<Comparison> compare) {
        this.studio = studio;
        this.around = around;
        this.compare = compare;
        getStyleClass().add("film-pane");
        steps = choice("film.steps");
        versions = choice("film.versions");
        steps.setSelected(true);
        VBox choice = new VBox(steps, versions);
        choice.getStyleClass().add("film-choice");
        setLeft(choice);
        setCenter(content);
        choice.visibleProperty().bind(studio.editProperty().map(Optional::isPresent));
        WhileShown.follow(this, studio.editProperty(), e -> show());
        group.selectedToggleProperty().subscribe(t -> show());
    }

    private ToggleButton choice(String key) {
        ToggleButton button = new ToggleButton(around.texts().text(key));
        Buttons.named(button, around.texts().text(key + ".help"));
        button.setToggleGroup(group);
        button.setOnAction(e -> button.setSelected(true)); // one of them always is
        return button;
    }

    boolean showsVersions() {
        return versions.isSelected();
    }

    void showVersions(boolean wanted) {
        (wanted ? versions : steps).setSelected(true);
    }

    /** The other of the two, with the focus in it. */
    void toggle() {
        (versions.isSelected() ? steps : versions).setSelected(true);
        content.lookupAll(".toggle-button").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void show() {
        content.getChildren()
                .setAll(studio.editProperty().get().map(this::strip).stream().toList());
    }

    private Node strip(EditViewModel<?> edit) {
        return versions.isSelected()
                ? versions(edit)
                : new FilmStrip(edit, around.texts(), around.keys()::map);
    }

    private <S extends EditSpec> Node versions(EditViewModel<S> edit) {
        return new VersionsStrip<>(edit, around.texts(), around.keys()::map, compare);
    }
}
