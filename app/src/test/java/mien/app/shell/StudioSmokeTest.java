package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import mien.app.canvas.tool.pose.PoseForm;
import mien.app.canvas.tool.pose.PosePanel;
import mien.app.document.DocumentViewModel;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.Frame;
import mien.app.edit.Progress.Phase;
import mien.app.edit.RunHabits;
import mien.app.job.EngineWorkshop;
import mien.app.job.ToolkitJobs;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;
import mien.app.text.Texts;
import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.edit.Direction;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import mien.engine.edit.RunSettings;
import mien.engine.model.ModelLibrary;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole of it once: window, engine and the bundled model. The picture of the window is written
 * to {@code -Dmien.screenshot=FILE} where that is given; the guide's is made so.
 */
@ExtendWith(ApplicationExtension.class)
class StudioSmokeTest {

    private static final Preferences.Window SIZE = new Preferences.Window(1280, 800, false);

    @TempDir private Path folder;

    private final ToolkitJobs jobs = new ToolkitJobs();
    private StudioViewModel studio;
    private StudioWindow window;

    @Start
    void open(Stage stage) {
        PreferenceFile file = new PreferenceFile(folder.resolve("studio.properties"));
        file.save(
                Preferences.DEFAULT
                        .withTourSeen(true)
                        .withLanguage(Locale.ENGLISH)
                        .withWindow(SIZE));
        studio =
                new StudioViewModel(
                        jobs,
                        () -> new EngineWorkshop(Engine.open(EngineOptions.DEFAULT)),
                        new RunHabits(RunSettings.DEFAULT.withSteps(20)),
                        new DocumentViewModel(jobs, new StateFolder(folder.resolve("state"))));
        window = new StudioWindow(stage, studio, file, new NoFiles(), address -> {});
        window.show();
        Sample first = Sample.all().get(0);
        studio.open(first.name(), first::picture);
    }

    private static final class NoFiles implements FileAsk {
        @Override
        public Optional<Path> toOpen(Texts texts) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toPose(Texts texts) {
            return Optional.empty();
        }

        @Override
        public Optional<PosePanel.Target> toSavePose(Texts texts, String proposed, PoseForm first) {
            return Optional.empty();
        }

        @Override
        public List<Path> toWeights(Texts texts) {
            return List.of();
        }

        @Override
        public Optional<Path> toFolder(Texts texts) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSaveDocument(Texts texts, String proposed) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(Texts texts, String proposed) {
            return Optional.empty();
        }
    }

    private static void eventually(Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, holds);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen in two minutes", e);
        }
    }

    @Test
    void aPortraitIsRelitWithTheBundledModel(FxRobot robot) {
        assumeTrue(
                ModelLibrary.standard().preferred("relight").isPresent(),
                "no model for relighting is installed: see -Dmien.models");
        robot.interact(() -> studio.start());
        eventually(
                () ->
                        studio.editProperty().get().isPresent()
                                || studio.problemProperty().get().isPresent());
        assertEquals(Optional.empty(), studio.problemProperty().get());
        EditViewModel<?> edit = studio.editProperty().get().orElseThrow();
        assertFalse(edit.touched().getValue());

        robot.interact(() -> light(edit, new Direction(-58, 22)));
        eventually(() -> done(edit));
        assertEquals(20, edit.film().frames().size());
        Picture result = edit.resultProperty().get().orElseThrow();
        assertTrue(
                Arrays.stream(result.argb()).distinct().count() > 1000, "the result is a picture");
        assertTrue(
                brightness(result, 0) > brightness(result, result.width() / 2),
                "lit from the left, the left half is the brighter one");
        WaitForAsyncUtils.waitForFxEvents();
        Optional.ofNullable(System.getProperty("mien.screenshot"))
                .ifPresent(to -> photograph(robot, Path.of(to)));

        Frame eighth = edit.film().frames().get(7);
        robot.interact(() -> edit.film().inspect(eighth));
        robot.interact(() -> light(edit, new Direction(58, 22)));
        eventually(() -> done(edit));
        assertEquals(20, edit.film().frames().size());
        assertSame(eighth, edit.film().frames().get(7), "the steps before the change stay");
        assertNotEquals(result, edit.resultProperty().get().orElseThrow());
        assertTrue(robot.lookup(".film-branch").queryButton().isVisible());
        robot.interact(() -> robot.lookup(".film-branch").queryButton().fire());
        eventually(() -> done(edit));
        assertNotSame(eighth, edit.film().frames().get(7), "the light changed from the start");

        robot.interact(() -> studio.close());
        jobs.close();
    }

    private static boolean done(EditViewModel<?> edit) {
        return edit.progressProperty().get().phase() == Phase.DONE
                && edit.resultProperty().get().isPresent();
    }

    private static <S extends EditSpec> void light(EditViewModel<S> edit, Direction from) {
        for (Handle<S> handle : edit.system().handles()) {
            if (handle instanceof Handle.Light<S> light) {
                edit.apply(light.with(edit.spec(), from));
            }
        }
    }

    /** Mean level of the middle rows of a half of the picture. */
    private static double brightness(Picture picture, int from) {
        long sum = 0;
        int n = 0;
        for (int y = picture.height() / 3; y < 2 * picture.height() / 3; y++) {
            for (int x = from; x < from + picture.width() / 2; x++) {
                int pixel = picture.argb()[y * picture.width() + x];
                sum += (pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff);
                n += 3;
            }
        }
        return (double) sum / n;
    }

    private void photograph(FxRobot robot, Path file) {
        robot.interact(
                () -> {
                    WritableImage image = window.scene().snapshot(null);
                    int w = (int) image.getWidth();
                    int h = (int) image.getHeight();
                    int[] argb = new int[w * h];
                    image.getPixelReader()
                            .getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
                    new Picture(w, h, argb).write(file);
                });
    }
}
