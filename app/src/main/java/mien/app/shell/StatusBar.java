package mien.app.shell;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import mien.app.edit.EditViewModel;
import mien.app.edit.Progress;
import mien.app.job.Ongoing;
import mien.app.queue.QueueLink;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.Hardware;
import mien.engine.edit.RunSettings;
import mien.engine.model.ModelPack;

/** What the engine does, on what, and with which model. */
final class StatusBar extends HBox {

    private static final Duration MEMORY_PAUSE = Duration.ofSeconds(2);
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final String DEMO = "demo"; // ids of the packs that come with Mien begin so

    private final StudioViewModel studio;
    private final Texts texts;
    private final Region light = new Region();
    private final Label state = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label device = new Label();
    private final Label memory = new Label();
    private final Hyperlink model = new Hyperlink();
    private Optional<Hardware> hardware = Optional.empty();
    private Ongoing nextReading = Ongoing.NOTHING;

    StatusBar(StudioViewModel studio, Surroundings around, Runnable showModel, Runnable showJobs) {
        this.studio = studio;
        this.texts = around.texts();
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        light.getStyleClass().add("state-light");
        state.getStyleClass().add("state");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        model.setOnAction(e -> showModel.run());
        model.getStyleClass().add("model");
        memory.setTooltip(new Tooltip(texts.text("status.memory.help")));
        StackPane queue = new StackPane();
        getChildren().addAll(light, state, bar, gap, queue, device, memory, model);
        WhileShown.follow(
                this,
                studio.ledgerProperty(),
                l ->
                        queue.getChildren()
                                .setAll(
                                        l.map(all -> new QueueLink(all, texts, showJobs)).stream()
                                                .toList()));
        WhileShown.follow(this, studio.workshopProperty(), w -> refresh());
        WhileShown.follow(this, studio.roomProperty(), r -> refresh());
        WhileShown.follow(this, studio.readingProperty(), r -> refresh());
        WhileShown.follow(this, studio.problemProperty(), p -> refresh());
        WhileShown.follow(
                this, studio.editProperty(), EditViewModel::progressProperty, p -> refresh());
        WhileShown.follow(
                this,
                around.engine().hardwareProperty(),
                found -> {
                    hardware = found;
                    refresh();
                });
        sceneProperty().subscribe(scene -> measure(scene != null));
    }

    /** Memory is read every now and then, while the bar is in a window. */
    private void measure(boolean shown) {
        nextReading.cancel();
        if (shown) {
            memory.setText(texts.text("status.memory", MemoryMeter.mebibytes()));
            nextReading = studio.jobs().after(MEMORY_PAUSE, () -> measure(getScene() != null));
        }
    }

    private void refresh() {
        Optional<Progress> progress =
                studio.editProperty().get().map(e -> e.progressProperty().get());
        boolean running = progress.filter(Progress::active).isPresent();
        boolean bad =
                studio.problemProperty().get().isPresent()
                        || progress.filter(p -> p.phase() == Progress.Phase.FAILED).isPresent();
        boolean busy =
                running
                        || studio.readingProperty().get()
                        || studio.workshopProperty().get().isEmpty();
        state.setText(progress.map(this::words).orElseGet(this::withoutEdit));
        bar.setVisible(running);
        bar.setProgress(progress.filter(p -> p.steps() > 0).map(Progress::part).orElse(0.0));
        light.pseudoClassStateChanged(BUSY, busy && !bad);
        light.pseudoClassStateChanged(BAD, bad);
        device.setText(runsOn());
        showModel();
    }

    /** What edits run on; what was left to Mien is told once it knows. */
    private String runsOn() {
        RunSettings asked = studio.habits().common();
        String on = told(asked.device(), Hardware::device);
        String precision = told(asked.precision(), Hardware::precision);
        return texts.text("status.device", on, precision);
    }

    private String told(String asked, Function<Hardware, String> found) {
        return asked.equals("auto") ? hardware.map(found).orElse(asked) : asked;
    }

    private void showModel() {
        Optional<ModelPack> pack = studio.model();
        model.setVisible(pack.isPresent());
        pack.ifPresent(
                p -> {
                    boolean demo = p.id().startsWith(DEMO);
                    model.setText(demo ? texts.text("status.demo", p.title()) : p.title());
                    model.setAccessibleText(texts.text("status.model", p.title()));
                });
    }

    private String withoutEdit() {
        if (studio.problemProperty().get().isPresent()) {
            return texts.text("status.problem");
        }
        if (studio.workshopProperty().get().isEmpty()) {
            return texts.text("status.starting");
        }
        return texts.text(studio.readingProperty().get() ? "status.reading" : "status.nothing");
    }

    private String words(Progress p) {
        return switch (p.phase()) {
            case RUNNING ->
                    texts.text("status.running", p.step(), p.steps())
                            + p.time().map(t -> texts.text("status.left", seconds(t))).orElse("");
            case DONE ->
                    p.time()
                            .map(t -> texts.text("status.done-in", seconds(t)))
                            .orElse(texts.text("status.done"));
            case FAILED -> p.problem();
            default -> texts.text("status." + p.phase().name().toLowerCase(Locale.ROOT));
        };
    }

    private String seconds(Duration time) {
        return String.format(texts.language(), "%.1f", time.toMillis() / 1000.0);
    }
}
