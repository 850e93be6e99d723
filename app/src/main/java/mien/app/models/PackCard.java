package mien.app.models;

import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mien.app.models.ModelsViewModel.Check;
import mien.app.models.ModelsViewModel.Removal;
import mien.app.text.Texts;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;
import mien.engine.model.ModelPack;
import mien.engine.model.PackFile;

/** An installed model: license, source, size, hash, what it serves; verify and remove. */
final class PackCard extends VBox {

    private final ModelsViewModel models;
    private final ModelPack pack;
    private final Texts texts;
    private final Label check = Page.words("model-text", "");
    private final HBox actions = new HBox();

    PackCard(ModelsViewModel models, ModelPack pack, Texts texts, Runnable card) {
        this.models = models;
        this.pack = pack;
        this.texts = texts;
        getStyleClass().addAll("model-box", "pack-card");
        setAccessibleText(pack.title());
        Label name = new Label(pack.title());
        name.getStyleClass().add("model-name");
        Label serves = new Label(serves());
        serves.getStyleClass().add("model-badge");
        HBox top = new HBox(name, serves);
        top.getStyleClass().add("model-line");
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(top);
        if (ModelsViewModel.demo(pack)) {
            add("model-note", texts.text("models.demo"));
        }
        String size = Wording.size(pack.bytes(), texts);
        add("model-facts", texts.text("models.facts", pack.id(), pack.version(), size));
        add("model-facts", texts.text("models.license", pack.license()));
        add("model-facts", texts.text("models.source", pack.source()));
        new TreeMap<>(pack.files()).forEach(this::file);
        actions.getStyleClass().add("model-line");
        actions.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(check, actions);
        WhileShown.follow(this, models.checkProperty(pack.id()), this::show);
        WhileShown.follow(this, models.removalProperty(), asked -> offer(asked, card));
    }

    private String serves() {
        String room = texts.text("models.system." + pack.system());
        return pack.published().isEmpty() ? room : texts.text("models.part-of", room);
    }

    private void add(String styleClass, String words) {
        getChildren().add(Page.words(styleClass, words));
    }

    private void file(String role, PackFile file) {
        boolean linked =
                Optional.ofNullable(pack.published().get(role)).filter(p -> p.linked()).isPresent();
        String size = Wording.size(file.bytes(), texts);
        String line = "%s  %s\nSHA-256 %s".formatted(file.path(), size, file.sha256());
        add("model-code", linked ? line + "\n" + texts.text("models.linked") : line);
    }

    private void show(Check state) {
        check.setManaged(!(state instanceof Check.NotYet));
        check.setVisible(check.isManaged());
        check.getStyleClass().setAll("label");
        if (state instanceof Check.Fault fault) {
            check.setText(fault.what().in(texts));
            check.getStyleClass().add("model-fault");
        } else if (state instanceof Check.Sound) {
            check.setText(texts.text("models.sound"));
            check.getStyleClass().add("model-good");
        } else {
            check.setText(texts.text("models.verifying"));
            check.getStyleClass().add("model-text");
        }
    }

    private void offer(Optional<Removal> asked, Runnable card) {
        Optional<Removal> mine = asked.filter(r -> r.id().equals(pack.id()));
        actions.getChildren().clear();
        if (mine.isPresent()) {
            String frees = Wording.size(mine.get().frees(), texts);
            Label sure = new Label(texts.text("models.remove-sure", frees));
            Button yes = button("models.remove-yes", models::remove);
            yes.getStyleClass().add("danger");
            Button keep = button("models.keep", models::keep);
            actions.getChildren().addAll(sure, gap(), yes, keep);
            keep.requestFocus(); // the safe one
            return;
        }
        if (pack.card().isPresent()) {
            actions.getChildren().add(button("models.card", card));
        }
        actions.getChildren().add(button("models.verify", () -> models.verify(pack.id())));
        if (!ModelsViewModel.demo(pack)) {
            actions.getChildren().add(button("models.remove", () -> models.askToRemove(pack.id())));
        }
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.text(key));
        button.setOnAction(e -> action.run());
        return button;
    }
}
