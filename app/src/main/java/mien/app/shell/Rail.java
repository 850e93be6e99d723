package mien.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import mien.app.job.Workshop;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.Icons;
import mien.app.theme.WhileShown;
import mien.engine.edit.EditSystem;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The rooms, and the portraits that come with Mien. */
final class Rail extends VBox {

    private static final double THUMB = 46;
    private static final double CORNER = 8;

    private final StudioViewModel studio;
    private final Texts texts;
    private final VBox rooms = new VBox();

    Rail(StudioViewModel studio, Texts texts, Runnable openFile) {
        this.studio = studio;
        this.texts = texts;
        getStyleClass().add("rail");
        rooms.getStyleClass().add("rooms");
        Label heading = new Label(texts.text("rail.portraits"));
        heading.getStyleClass().add("rail-heading");
        VBox portraits = new VBox();
        portraits.getStyleClass().add("portraits");
        Sample.all().forEach(s -> portraits.getChildren().add(portrait(s)));
        Button own =
                Buttons.icon(
                        MaterialDesignF.FOLDER_OPEN_OUTLINE, texts.text("command.open"), openFile);
        own.getStyleClass().add("portrait-open");
        portraits.getChildren().add(own);
        ScrollPane scroll = new ScrollPane(portraits);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(rooms, heading, scroll);
        WhileShown.follow(this, studio.workshopProperty(), this::furnish);
        WhileShown.follow(this, studio.roomProperty(), this::mark);
    }

    private void furnish(Optional<Workshop> workshop) {
        rooms.getChildren().clear();
        List<EditSystem<?>> systems = workshop.map(Workshop::systems).orElse(List.of());
        Icons icons = new Icons();
        for (int i = 0; i < systems.size(); i++) {
            EditSystem<?> system = systems.get(i);
            String name = texts.name("system", system.id());
            ToggleButton room = new ToggleButton(name, icons.system(system.id()));
            room.getStyleClass().add("room");
            room.setContentDisplay(ContentDisplay.TOP);
            room.setUserData(system);
            room.setTooltip(new Tooltip(texts.text("rail.room", name, i + 1)));
            room.setOnAction(
                    e -> {
                        studio.use(system);
                        mark(studio.roomProperty().get());
                    });
            rooms.getChildren().add(room);
        }
        mark(studio.roomProperty().get());
    }

    private void mark(Optional<EditSystem<?>> used) {
        rooms.getChildren()
                .forEach(
                        r ->
                                ((ToggleButton) r)
                                        .setSelected(
                                                used.filter(u -> u == r.getUserData())
                                                        .isPresent()));
    }

    private ToggleButton portrait(Sample sample) {
        ImageView picture =
                new ImageView(
                        new Image(
                                Rail.class.getResource(sample.resource()).toExternalForm(),
                                2 * THUMB,
                                2 * THUMB,
                                true,
                                true,
                                true));
        picture.setFitWidth(THUMB);
        picture.setFitHeight(THUMB);
        Rectangle rounded = new Rectangle(THUMB, THUMB);
        rounded.setArcWidth(CORNER);
        rounded.setArcHeight(CORNER);
        picture.setClip(rounded);
        ToggleButton button = new ToggleButton();
        button.setGraphic(picture);
        button.getStyleClass().add("portrait");
        button.setAlignment(Pos.CENTER);
        Buttons.named(button, texts.text("rail.portrait", sample.number()));
        button.setOnAction(e -> studio.open(sample.name(), sample::picture));
        WhileShown.follow(
                button,
                studio.documentProperty(),
                d ->
                        button.setSelected(
                                d.filter(doc -> doc.name().equals(sample.name())).isPresent()));
        return button;
    }
}
