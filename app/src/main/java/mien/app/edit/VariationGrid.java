package mien.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;

/** The nine pictures round a pad's point; a click on one goes there. */
final class VariationGrid<S extends EditSpec> extends VBox {

    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final int MIDDLE = 4;
    private static final double SIDE = 92;

    private final List<ImageView> views = new ArrayList<>();
    private final List<Button> cells = new ArrayList<>();

    VariationGrid(PadModel<S> pad, Variations<S> nine, Texts texts) {
        getStyleClass().add("pad-box");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("variations");
        for (int i = 0; i < 9; i++) {
            cells.add(cell(i, nine));
            grid.add(cells.get(i), i % 3, i / 3);
        }
        Button make = new Button();
        make.getStyleClass().add("borrow-part");
        make.setOnAction(
                e -> {
                    if (nine.makingProperty().get()) {
                        nine.stop();
                    } else {
                        nine.make();
                    }
                });
        getChildren().addAll(grid, make);
        WhileShown.follow(
                this,
                pad.edit().specProperty(),
                spec -> {
                    nine.follow(spec);
                    speak(pad, nine.specs(), texts);
                });
        WhileShown.follow(this, nine.picturesProperty(), this::show);
        WhileShown.follow(
                this,
                nine.makingProperty(),
                on -> make.setText(texts.text(on ? "pad.stop" : "pad.make")));
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                nine.stop(); // nobody looks any more
                            }
                        });
    }

    private Button cell(int i, Variations<S> nine) {
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        views.add(view);
        Button cell = new Button("", view);
        cell.getStyleClass().add("variation");
        cell.setMinSize(SIDE + 4, SIDE + 4);
        cell.setId("variation-" + i);
        cell.pseudoClassStateChanged(NOW, i == MIDDLE);
        cell.setOnAction(e -> nine.take(i));
        return cell;
    }

    private void speak(PadModel<S> pad, List<S> specs, Texts texts) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i)
                    .setAccessibleText(
                            texts.text(
                                    "pad.variation",
                                    texts.name("control", pad.across().id()),
                                    written(pad.across(), specs.get(i)),
                                    texts.name("control", pad.up().id()),
                                    written(pad.up(), specs.get(i))));
        }
    }

    private String written(Slider<S> slider, S spec) {
        return new SliderScale(slider.scale()).written(slider.value(spec));
    }

    private void show(List<Optional<Picture>> pictures) {
        for (int i = 0; i < views.size(); i++) {
            ImageView view = views.get(i);
            pictures.get(i).ifPresent(p -> view.setImage(PictureImage.still(p)));
        }
    }
}
