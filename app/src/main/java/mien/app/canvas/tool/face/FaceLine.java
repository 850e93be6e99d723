package mien.app.canvas.tool.face;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.engine.edit.FaceMark;
import mien.engine.picture.Picture;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** One face of the list: how it looks, what happens to it, and whose identity it gets. */
final class FaceLine extends HBox {

    private static final PseudoClass GRASPED = PseudoClass.getPseudoClass("grasped");
    private static final PseudoClass LEFT = PseudoClass.getPseudoClass("left");
    private static final double SIDE = 36;
    private static final int PIXELS = 72; // twice the size on the screen

    private final Texts texts;
    private final ImageView face = view();
    private final ImageView source = view();
    private final FontIcon arrow = new FontIcon(MaterialDesignA.ARROW_LEFT);
    private final Label name = new Label();
    private final Label state = new Label();
    private Optional<FaceMark.Box> cut = Optional.empty(); // what the picture shows
    private Optional<Picture> given = Optional.empty();

    FaceLine(Texts texts) {
        this.texts = texts;
        getStyleClass().add("face-line");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(texts.text("faces.help"));
        name.getStyleClass().add("face-name");
        state.getStyleClass().add("face-state");
        VBox words = new VBox(name, state);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(face, words, arrow, source);
    }

    private static ImageView view() {
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        return view;
    }

    void show(FaceMark mark, int number, Picture picture, Optional<Grasp> grasped) {
        if (!cut.equals(Optional.of(mark.box()))) {
            cut = Optional.of(mark.box());
            face.setImage(FaceCrop.of(picture, mark.box(), PIXELS));
        }
        Optional<Picture> thumbnail = mark.source().map(FaceMark.Source::thumbnail);
        if (!given.equals(thumbnail)) {
            given = thumbnail;
            thumbnail.ifPresent(t -> source.setImage(PictureImage.still(t)));
        }
        source.setVisible(thumbnail.isPresent());
        arrow.setVisible(thumbnail.isPresent());
        name.setText(FaceWords.face(texts, number));
        state.setText(FaceWords.state(texts, mark));
        pseudoClassStateChanged(LEFT, !mark.chosen());
        Optional<Grasp> mine = grasped.filter(g -> g.face() == mark.id());
        pseudoClassStateChanged(GRASPED, mine.isPresent());
        Grasp told = mine.orElse(Grasp.of(mark.id()));
        setAccessibleText(FaceWords.spoken(texts, mark, number, told));
    }
}
