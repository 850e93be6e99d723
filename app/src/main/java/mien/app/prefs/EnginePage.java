package mien.app.prefs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mien.app.prefs.EngineViewModel.Change;
import mien.app.text.Texts;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;
import mien.engine.Hardware;

/** What runs the edits and why, the GPU and its library, memory, and the log. */
public final class EnginePage extends Page {

    private final EngineViewModel engine;
    private final Texts texts;
    private final Supplier<Optional<Path>> askFolder;
    private final VBox facts = new VBox();
    private final VBox gpu = new VBox();
    private final Label memory = words("engine-value", "");
    private final Label log = words("engine-log", "");
    private final Label change = words("model-text", "");
    private final HBox actions = new HBox();

    /**
     * @param askFolder asks the person for the lib folder of an installed PyTorch
     */
    public EnginePage(
            EngineViewModel engine,
            Texts texts,
            Supplier<Optional<Path>> askFolder,
            Runnable close) {
        super(texts.text("engine.title"), texts.text("engine.close"), close);
        this.engine = engine;
        this.texts = texts;
        this.askFolder = askFolder;
        getStyleClass().add("engine-page");
        facts.getStyleClass().add("model-list");
        gpu.getStyleClass().add("model-list");
        actions.getStyleClass().add("model-line");
        Button copy = new Button(texts.text("engine.copy"));
        copy.setOnAction(e -> copy());
        log.setMaxWidth(Double.MAX_VALUE);
        body().getChildren()
                .addAll(
                        gpu,
                        facts,
                        Choices.row(texts.text("engine.memory"), memory),
                        heading(texts.text("gpu.title")),
                        words("model-text", texts.text("gpu.lead")),
                        actions,
                        change,
                        heading(texts.text("engine.log")),
                        log,
                        new HBox(copy));
        WhileShown.follow(this, engine.hardwareProperty(), h -> h.ifPresent(this::show));
        WhileShown.follow(
                this,
                engine.useProperty(),
                u -> memory.setText(texts.text("engine.memory.of", u.now(), u.peak())));
        WhileShown.follow(this, engine.linesProperty(), this::showLog);
        WhileShown.follow(this, engine.changeProperty(), this::show);
        sceneProperty().subscribe(scene -> engine.watch(scene != null));
    }

    private void showLog(List<String> lines) {
        log.setText(lines.isEmpty() ? texts.text("engine.log.empty") : String.join("\n", lines));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(log.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show(Hardware now) {
        String state = now.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Label said = words(now.alarming() ? "engine-banner" : "model-good", "");
        said.setText(texts.text("gpu.state." + state));
        gpu.getChildren().setAll(said);
        String none = texts.text("gpu.none");
        String gpus = now.gpus().isEmpty() ? none : String.join(", ", now.gpus());
        facts.getChildren()
                .setAll(
                        fact("device", texts.text("prefs.device." + now.device())),
                        fact("precision", why(now)),
                        fact("threads", Integer.toString(now.threads())),
                        fact("library", "PyTorch %s\n%s".formatted(now.pytorch(), now.library())),
                        fact("gpus", gpus),
                        fact("driver", now.driver().orElse(none)),
                        fact(
                                "chosen",
                                now.chosen()
                                        .map(Path::toString)
                                        .orElse(texts.text("gpu.bundled"))));
    }

    private String why(Hardware now) {
        boolean gpuRuns = now.device().equals("cuda");
        String reason = gpuRuns ? "gpu" : now.precision().equals("bfloat16") ? "bfloat16" : "none";
        return texts.text("engine.why." + reason, now.precision());
    }

    private Node fact(String key, String value) {
        return Choices.row(texts.text("engine." + key), words("engine-value", value));
    }

    private void show(Change now) {
        boolean busy = now instanceof Change.Trying || now instanceof Change.Fetching;
        actions.getChildren().clear();
        if (now instanceof Change.Fetching) {
            actions.getChildren().add(button("gpu.cancel", engine::cancel));
        } else {
            actions.getChildren()
                    .addAll(
                            button("gpu.install", engine::install),
                            button("gpu.use", () -> askFolder.get().ifPresent(engine::use)),
                            button("gpu.use-bundled", engine::useBundled));
        }
        actions.setDisable(busy && !(now instanceof Change.Fetching));
        change.getStyleClass()
                .setAll(
                        "label",
                        now instanceof Change.Failed
                                ? "model-fault"
                                : now instanceof Change.Chosen ? "model-good" : "model-text");
        change.setText(words(now));
        change.setManaged(!(now instanceof Change.None));
    }

    private String words(Change now) {
        if (now instanceof Change.Fetching f) {
            return texts.text("gpu.fetching", f.file(), f.done() + 1, f.all(), f.megabytes());
        }
        if (now instanceof Change.Chosen c) {
            return texts.text("gpu.chosen") + (c.ran().isEmpty() ? "" : "\n" + c.ran());
        }
        if (now instanceof Change.Failed failed) {
            return failed.sentence();
        }
        return now instanceof Change.Trying ? texts.text("gpu.trying") : "";
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.text(key));
        button.setOnAction(e -> action.run());
        return button;
    }
}
