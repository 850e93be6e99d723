package mien.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.edit.RunSettings;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** How the picture is made: steps, seed, and the button that makes it again or stops. */
public final class RunPanel extends VBox {

    /** What can be chosen; empty: as many as the model was made for. */
    private static final List<OptionalInt> STEPS =
            List.of(
                    OptionalInt.empty(),
                    OptionalInt.of(10),
                    OptionalInt.of(20),
                    OptionalInt.of(50));

    private static final long SEEDS = 1_000_000;

    private final EditViewModel<?> edit;
    private final Texts texts;
    private final Button run = new Button();
    private final RandomGenerator dice = RandomGenerator.getDefault();

    public RunPanel(EditViewModel<?> edit, Texts texts) {
        this.edit = edit;
        this.texts = texts;
        getStyleClass().add("run-panel");
        HBox settings = new HBox(steps(), seed());
        settings.getStyleClass().add("run-settings");
        settings.setAlignment(Pos.CENTER_LEFT);
        run.getStyleClass().add("run-button");
        run.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        settings,
                        new SeedsBar(edit, texts),
                        new AgainBar(edit, texts),
                        run,
                        new ForecastLine(edit, texts));
        WhileShown.follow(this, edit.progressProperty(), this::show);
    }

    private HBox steps() {
        List<ToggleButton> choices = new ArrayList<>();
        for (OptionalInt n : STEPS) {
            ToggleButton choice = new ToggleButton(n.isPresent() ? "" + n.getAsInt() : word("own"));
            choice.setAccessibleText(
                    n.isPresent() ? texts.text("run.steps.of", n.getAsInt()) : word("own.help"));
            choice.setTooltip(new Tooltip(choice.getAccessibleText()));
            choice.setUserData(n);
            choice.setOnAction(
                    e -> {
                        choice.setSelected(true);
                        edit.choose(edit.settingsProperty().get().withSteps(n));
                    });
            choices.add(choice);
        }
        SegmentedButton buttons = new SegmentedButton(choices.toArray(ToggleButton[]::new));
        WhileShown.follow(this, edit.settingsProperty(), s -> mark(choices, s.steps()));
        return field(texts.text("run.steps"), buttons);
    }

    private String word(String key) {
        return texts.text("run.steps." + key);
    }

    private static void mark(List<ToggleButton> choices, OptionalInt steps) {
        choices.forEach(c -> c.setSelected(c.getUserData().equals(steps)));
    }

    private HBox seed() {
        TextField number = new TextField();
        number.getStyleClass().add("seed");
        number.setAccessibleText(texts.text("run.seed"));
        WhileShown.follow(
                number, edit.settingsProperty(), s -> number.setText(Long.toString(s.seed())));
        number.setOnAction(e -> takeSeed(number));
        number.focusedProperty().subscribe((was, is) -> takeSeed(number));
        HBox.setHgrow(number, Priority.ALWAYS);
        Button roll =
                Buttons.icon(
                        MaterialDesignD.DICE_5,
                        texts.text("run.dice"),
                        () ->
                                edit.choose(
                                        edit.settingsProperty()
                                                .get()
                                                .withSeed(dice.nextLong(SEEDS))));
        HBox field = field(texts.text("run.seed"), number);
        field.getChildren().add(roll);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private void takeSeed(TextField number) {
        RunSettings now = edit.settingsProperty().get();
        try {
            edit.choose(now.withSeed(Long.parseLong(number.getText().strip())));
        } catch (NumberFormatException e) {
            number.setText(Long.toString(now.seed()));
        }
    }

    private static HBox field(String name, Node input) {
        Label label = new Label(name);
        label.getStyleClass().add("run-name");
        label.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(label, input);
        box.getStyleClass().add("run-field");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void show(Progress progress) {
        boolean stoppable = progress.active() || progress.phase() == Progress.Phase.STOPPING;
        run.setText(texts.text(stoppable ? "run.stop" : "run.start"));
        run.setGraphic(new FontIcon(stoppable ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
        run.setDisable(progress.phase() == Progress.Phase.STOPPING);
        run.getStyleClass().removeAll("accent");
        if (progress.phase() == Progress.Phase.STOPPED
                || progress.phase() == Progress.Phase.FAILED) {
            run.getStyleClass().add("accent"); // nothing goes by itself now
        }
        run.setOnAction(e -> startOrStop(stoppable));
    }

    private void startOrStop(boolean stoppable) {
        if (stoppable) {
            edit.cancel();
        } else {
            edit.run();
        }
    }
}
