package mien.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import mien.app.document.DocumentNames;
import mien.app.document.DocumentViewModel;
import mien.app.document.journal.StateFolder;
import mien.app.edit.RunHabits;
import mien.app.job.EngineWorkshop;
import mien.app.job.ToolkitJobs;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;
import mien.app.prefs.Work;
import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.edit.RunSettings;
import org.slf4j.LoggerFactory;

/**
 * Puts the studio together: threads, engine, state and window. The window is there before the
 * engine is.
 */
public class StudioApp extends Application {

    private final ToolkitJobs jobs = new ToolkitJobs();
    private StudioViewModel studio;
    private StudioWindow window;
    private FileAsk.Dialogs dialogs;

    @Override
    public void start(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) ->
                        LoggerFactory.getLogger(StudioApp.class)
                                .error("on thread {}", thread.getName(), e));
        PreferenceFile file = PreferenceFile.standard();
        Preferences preferences = file.load();
        StateFolder state = StateFolder.standard();
        Work work = preferences.work();
        work.chooseThreads();
        EngineOptions options =
                work.open(
                        EngineOptions.DEFAULT
                                .warm()
                                .withRuns(state.runs())
                                .withExperience(state.experience()));
        studio =
                new StudioViewModel(
                        jobs,
                        () -> new EngineWorkshop(Engine.open(options)),
                        new RunHabits(work.run(RunSettings.DEFAULT), preferences.steps()),
                        new DocumentViewModel(jobs, state));
        dialogs = new FileAsk.Dialogs(stage, preferences.folder());
        window = new StudioWindow(stage, studio, file, dialogs, getHostServices()::showDocument);
        studio.workshopProperty().subscribe(w -> w.ifPresent(started -> window.engineStarted()));
        stage.getIcons().add(new Image(StudioApp.class.getResourceAsStream("/mien/ui/icon.png")));
        window.show();
        studio.editProperty().subscribe(e -> e.ifPresent(ready -> window.welcome()));
        begin();
        studio.start();
    }

    /** With the document that Mien was started for, else with a portrait of its own. */
    private void begin() {
        Optional<Path> document =
                getParameters().getUnnamed().stream()
                        .map(Path::of)
                        .filter(DocumentNames::isDocument)
                        .findFirst();
        Sample first = Sample.all().get(0);
        document.ifPresentOrElse(studio::open, () -> studio.open(first.name(), first::picture));
    }

    @Override
    public void stop() {
        dialogs.folder().ifPresent(window::remember);
        window.leave();
        studio.close();
        jobs.close();
    }

    /** The state, for those who drive the window. */
    public StudioViewModel studio() {
        return studio;
    }

    /** The window, for those who measure it. */
    public StudioWindow window() {
        return window;
    }
}
