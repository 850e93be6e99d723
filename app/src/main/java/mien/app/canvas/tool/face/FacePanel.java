package mien.app.canvas.tool.face;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Everything about faces that does not happen on the canvas. */
public final class FacePanel<S extends EditSpec> extends ScrollPane {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double RING = 20;

    private final FacesModel<S> faces;
    private final FaceSources<S> sources;
    private final Texts texts;
    private final Label hint = new Label();
    private final VBox cards = new VBox();

    /**
     * @param picture the one that is edited
     * @param askSource asks for a picture to take an identity from
     */
    public FacePanel(
            FacesModel<S> faces,
            FaceSources<S> sources,
            Supplier<Picture> picture,
            Supplier<KeyMap> map,
            Texts texts,
            Runnable askSource) {
        this.faces = faces;
        this.sources = sources;
        this.texts = texts;
        getStyleClass().add("face-panel");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        FaceActions keys = new FaceActions(faces, map, askSource);
        Label title = new Label(texts.text("faces.title"));
        title.getStyleClass().add("face-heading");
        HBox tools =
                new HBox(
                        title,
                        tool(MaterialDesignP.PLUS, "faces.add", faces::beginPlacing),
                        tool(
                                MaterialDesignF.FACE_MAN_SHIMMER_OUTLINE,
                                "faces.clear",
                                faces::clearGrasped));
        tools.getStyleClass().add("face-tools");
        hint.setWrapText(true);
        hint.getStyleClass().add("face-state");
        Label sourceTitle = new Label(texts.text("faces.sources"));
        sourceTitle.getStyleClass().add("face-heading");
        cards.getStyleClass().add("source-cards");
        VBox all =
                new VBox(
                        tools,
                        hint,
                        new FaceList(faces, keys, picture, texts),
                        new RightsNote(faces, texts),
                        sourceTitle,
                        choose(askSource),
                        cards);
        all.getStyleClass().add("face-parts");
        setContent(all);
        WhileShown.follow(this, faces.facesProperty(), f -> hint());
        WhileShown.follow(this, faces.placingProperty(), p -> hint());
        WhileShown.followList(this, sources.pictures(), this::fill);
        setOnDragOver(this::over);
        setOnDragExited(e -> pseudoClassStateChanged(OVER, false));
        setOnDragDropped(this::dropped);
    }

    private Node tool(Ikon icon, String key, Runnable action) {
        Button button = Buttons.icon(icon, texts.text(key), action);
        button.setId(key.replace('.', '-'));
        return button;
    }

    private Button choose(Runnable askSource) {
        Button button = new Button(texts.text("faces.source.choose"));
        button.getStyleClass().add("borrow-choose");
        button.setId("faces-source");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> askSource.run());
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("waiting-ring");
        turning.setPrefSize(RING, RING);
        FontIcon icon = new FontIcon(MaterialDesignI.IMAGE_PLUS);
        WhileShown.follow(
                this, sources.readingProperty(), r -> button.setGraphic(r ? turning : icon));
        return button;
    }

    /** What to do next, where that is not plain. */
    private void hint() {
        String words =
                faces.placing()
                        .flatMap(Placing::next)
                        .map(m -> texts.text("faces.placing", FaceWords.mark(texts, m)))
                        .orElse(faces.faces().isEmpty() ? texts.text("faces.none") : "");
        hint.setText(words);
        hint.setVisible(!words.isEmpty());
        hint.setManaged(!words.isEmpty());
    }

    private void fill() {
        cards.getChildren()
                .setAll(
                        sources.pictures().stream()
                                .map(p -> new SourceCard<>(p, sources, texts))
                                .toList());
    }

    private static Optional<Path> picture(DragEvent e) {
        List<File> files = e.getDragboard().getFiles();
        return FaceTool.picture(files.stream().map(File::toPath).toList());
    }

    private void over(DragEvent e) {
        if (picture(e).isPresent()) {
            e.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(OVER, true);
            e.consume();
        }
    }

    private void dropped(DragEvent e) {
        Optional<Path> file = picture(e);
        file.ifPresent(sources::open);
        e.setDropCompleted(file.isPresent());
        e.consume();
    }
}
