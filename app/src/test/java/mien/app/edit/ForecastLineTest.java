package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Forecast;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ForecastLineTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);

    private final Seer workshop = new Seer();
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), ToySpec.found(PHOTO), workshop, new ManualJobs());
    private Scene scene;

    /** Says what it is told to say. */
    private static final class Seer implements Workshop {
        private final ToyWorkshop toys = new ToyWorkshop();
        private Forecast forecast = Forecast.NOTHING;

        @Override
        public Forecast forecast(EditOrder<?> order) {
            return forecast;
        }

        @Override
        public Optional<RunSettings> smaller(RunSettings settings) {
            return Optional.of(settings.withPrecision("bfloat16"));
        }

        @Override
        public List<EditSystem<?>> systems() {
            return toys.systems();
        }

        @Override
        public Optional<ModelPack> model(String system) {
            return toys.model(system);
        }

        @Override
        public <S extends EditSpec> CompletableFuture<S> open(
                EditSystem<S> system, Picture picture, RunSettings settings) {
            return toys.open(system, picture, settings);
        }

        @Override
        public <S extends EditSpec> Making start(EditOrder<S> order, Consumer<JobStatus> listener) {
            return toys.start(order, listener);
        }

        @Override
        public void close() {}
    }

    @Start
    void show(Stage stage) {
        scene = new Scene(new RunPanel(edit, Texts.of(Locale.ENGLISH)), 360, 240);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
    }

    private void say(FxRobot robot, Forecast forecast) {
        workshop.forecast = forecast;
        robot.interact(
                () ->
                        edit.choose(
                                edit.settingsProperty()
                                        .get()
                                        .withSeed(edit.settingsProperty().get().seed() + 1)));
    }

    private static Label words(FxRobot robot) {
        return robot.lookup(".forecast").queryAs(Label.class);
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown(FxRobot robot) {
        assertFalse(robot.lookup(".forecast-line").query().isVisible());
    }

    @Test
    void timeAndMemoryAreToldQuietly(FxRobot robot) {
        OptionalLong half = OptionalLong.of(500_000_000);
        Duration time = Duration.ofMillis(620);
        say(robot, new Forecast(Optional.of(time), half, OptionalLong.of(8_000_000_000L)));
        assertEquals("about 0.6 s · 0.5 GB", words(robot).getText());
        robot.interact(() -> Photograph.of(scene, "forecast-quiet"));
    }

    @Test
    void memoryThatIsThereAlreadyIsNotSpokenOf(FxRobot robot) {
        Duration time = Duration.ofMillis(620);
        OptionalLong free = OptionalLong.of(8_000_000_000L);
        say(robot, new Forecast(Optional.of(time), OptionalLong.of(20_000_000), free));
        assertEquals("about 0.6 s", words(robot).getText());
    }

    @Test
    void tooLittleMemoryIsToldAndTheSmallerPlanIsOnePressAway(FxRobot robot) {
        OptionalLong six = OptionalLong.of(6_000_000_000L);
        say(robot, new Forecast(Optional.empty(), six, OptionalLong.of(2_000_000_000L)));
        assertEquals("This run needs about 6.0 GB, and 2.0 GB are free.", words(robot).getText());
        for (boolean dark : List.of(true, false)) {
            robot.interact(() -> Themes.dress(scene, dark, Locale.ENGLISH));
            robot.interact(() -> Photograph.of(scene, "forecast-" + (dark ? "dark" : "light")));
        }
        Button smaller = robot.lookup(".forecast-line .button").queryButton();
        robot.interact(smaller::fire);
        assertEquals("bfloat16", edit.settingsProperty().get().precision());
        assertTrue(workshop.toys.orders().isEmpty(), "a photograph that was not edited is not run");
    }
}
