package mien.app.canvas.tool.face;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.engine.edit.EditSpec;
import mien.engine.edit.FaceMark;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Another picture: its faces, each to be given by a click. */
final class SourceCard<S extends EditSpec> extends VBox {

    private static final double SIDE = 52;
    private static final int PIXELS = 104; // twice the size on the screen

    SourceCard(SourcePicture<S> picture, FaceSources<S> sources, Texts texts) {
        getStyleClass().add("source-card");
        Label name = new Label(picture.name());
        name.getStyleClass().add("source-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button away =
                Buttons.icon(
                        MaterialDesignC.CLOSE,
                        texts.text("faces.source.away", picture.name()),
                        () -> sources.forget(picture));
        away.getStyleClass().add("row-reset");
        HBox top = new HBox(name, away);
        top.setAlignment(Pos.CENTER_LEFT);
        FlowPane faces = new FlowPane();
        faces.getStyleClass().add("source-faces");
        List<FaceMark> all = picture.faces();
        for (int i = 0; i < all.size(); i++) {
            faces.getChildren().add(face(picture, all.get(i), i + 1, sources, texts));
        }
        Node content = all.isEmpty() ? words(texts.text("faces.source.none")) : faces;
        getChildren().addAll(top, content);
    }

    private static Label words(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("face-state");
        return label;
    }

    private static <S extends EditSpec> Button face(
            SourcePicture<S> picture,
            FaceMark mark,
            int number,
            FaceSources<S> sources,
            Texts texts) {
        ImageView view = new ImageView(FaceCrop.of(picture.spec().source(), mark.box(), PIXELS));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        Button button = new Button();
        button.setGraphic(view);
        button.getStyleClass().add("source-face");
        Buttons.named(button, texts.text("faces.source.take", number, picture.name()));
        button.setOnAction(e -> sources.give(picture, mark.id()));
        return button;
    }
}
