package mien.app.models;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;
import mien.engine.model.Checkpoint;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The library of models: import by drop or choice, what is installed, what is published. */
public final class ModelsPage extends Page {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final ModelsViewModel models;
    private final Texts texts;
    private final Asks asks;
    private final VBox imports = new VBox();
    private final VBox installed = new VBox();
    private final VBox known = new VBox();
    private final Label problem = words("model-fault", "");
    private final VBox zone = new VBox();

    /**
     * What the page asks of the window.
     *
     * @param files asks the person for files of weights; none if they changed their mind
     * @param links opens and copies addresses
     * @param card shows the card of a model
     * @param close puts the page away
     */
    public record Asks(
            Supplier<List<Path>> files, Links links, Consumer<ModelPack> card, Runnable close) {}

    public ModelsPage(ModelsViewModel models, Texts texts, Asks asks) {
        super(texts.text("models.title"), texts.text("models.close"), asks.close());
        this.models = models;
        this.texts = texts;
        this.asks = asks;
        getStyleClass().add("models-page");
        for (VBox list : List.of(imports, installed, known)) {
            list.getStyleClass().add("model-list");
        }
        body().getChildren()
                .addAll(
                        dropZone(),
                        imports,
                        problem,
                        heading(texts.text("models.installed")),
                        installed,
                        heading(texts.text("models.published")),
                        words("model-text", texts.text("models.published.lead")),
                        search(),
                        known);
        setOnDragOver(this::dragOver);
        setOnDragExited(e -> zone.pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::dropped);
        WhileShown.follow(this, models.libraryProperty(), l -> l.ifPresent(this::showInstalled));
        WhileShown.follow(this, models.libraryProperty(), l -> showKnown());
        WhileShown.follow(this, models.searchProperty(), s -> showKnown());
        WhileShown.follow(
                this,
                models.problemProperty(),
                p -> {
                    problem.setText(p.map(s -> s.in(texts)).orElse(""));
                    problem.setManaged(p.isPresent());
                });
        WhileShown.followList(this, models.imports(), this::showImports);
        WhileShown.followList(this, models.known(), this::showKnown);
    }

    private Node dropZone() {
        FontIcon icon = new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN);
        Button choose = new Button(texts.text("models.choose"));
        choose.setOnAction(e -> models.take(asks.files().get()));
        Label words = words("model-text", texts.text("models.drop"));
        zone.getChildren().addAll(icon, words, choose);
        zone.getStyleClass().add("drop-zone");
        zone.setAlignment(Pos.CENTER);
        return zone;
    }

    private Node search() {
        TextField field = new TextField();
        field.getStyleClass().add("control-search");
        field.setPromptText(texts.text("models.search"));
        field.setAccessibleText(texts.text("models.search"));
        field.textProperty().bindBidirectional(models.searchProperty());
        return field;
    }

    private void dragOver(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            zone.pseudoClassStateChanged(DROP, true);
        }
        e.consume();
    }

    private void dropped(DragEvent e) {
        models.take(e.getDragboard().getFiles().stream().map(File::toPath).toList());
        e.setDropCompleted(true);
        e.consume();
    }

    private void showImports() {
        imports.setManaged(!models.imports().isEmpty());
        Map<ImportViewModel, Node> shown = new LinkedHashMap<>();
        imports.getChildren().forEach(n -> shown.put((ImportViewModel) n.getUserData(), n));
        imports.getChildren()
                .setAll(
                        models.imports().stream()
                                .map(m -> shown.getOrDefault(m, card(m)))
                                .toList());
    }

    private Node card(ImportViewModel file) {
        ImportCard card = new ImportCard(file, models.known(), texts, () -> models.dismiss(file));
        card.setUserData(file);
        return card;
    }

    private void showInstalled(ModelLibrary library) {
        installed.getChildren().clear();
        for (ModelPack pack : library.packs()) {
            installed
                    .getChildren()
                    .add(new PackCard(models, pack, texts, () -> asks.card().accept(pack)));
        }
        if (library.packs().isEmpty()) {
            installed.getChildren().add(words("model-text", texts.text("models.none")));
        }
        library.problems().forEach(p -> installed.getChildren().add(words("model-fault", p)));
    }

    private void showKnown() {
        known.getChildren().clear();
        String system = "";
        for (Checkpoint checkpoint : models.found()) {
            if (!checkpoint.systems().get(0).equals(system)) {
                system = checkpoint.systems().get(0);
                known.getChildren()
                        .add(words("model-system", texts.text("models.system." + system)));
            }
            known.getChildren()
                    .add(
                            new CheckpointRow(
                                    checkpoint,
                                    models.holding(checkpoint.id()),
                                    texts,
                                    asks.links()));
        }
        if (known.getChildren().isEmpty() && !models.known().isEmpty()) {
            known.getChildren().add(words("model-text", texts.text("models.nothing-found")));
        }
    }
}
