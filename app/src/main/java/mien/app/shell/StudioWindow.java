package mien.app.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.canvas.FilmKeys;
import mien.app.canvas.PointerKeys;
import mien.app.canvas.tool.face.FaceKeys;
import mien.app.canvas.tool.mask.MaskKeys;
import mien.app.canvas.tool.mask.MaskTools;
import mien.app.canvas.tool.pose.PoseKeys;
import mien.app.edit.FieldKeys;
import mien.app.edit.Preview;
import mien.app.keys.KeyMap;
import mien.app.keys.KeysViewModel;
import mien.app.keys.WindowKeys;
import mien.app.pixels.PictureImage;
import mien.app.prefs.EngineViewModel;
import mien.app.prefs.GpuChoice;
import mien.app.prefs.LogFile;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.PreferenceSaver;
import mien.app.prefs.Preferences;
import mien.app.prefs.PreferencesViewModel;
import mien.app.prefs.ThemeChoice;
import mien.app.prefs.WindowState;
import mien.app.prefs.Work;
import mien.app.text.Texts;
import mien.app.theme.SystemTheme;
import mien.app.theme.Themes;
import mien.app.tour.Stop;
import mien.app.tour.TourViewModel;
import mien.app.versions.VersionKeys;
import mien.engine.Hardware;

/**
 * A window on the studio's state: it dresses it in a theme and a language, and remembers how it was
 * left.
 */
public final class StudioWindow {

    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final StudioViewModel studio;
    private final Path config;
    private final PreferenceSaver saver;
    private final FileAsk files;
    private final ToolkitLinks links;
    private final Scene scene;
    private final PreferencesViewModel preferences;
    private final KeysViewModel keys;
    private final EngineViewModel engine;
    private final TourViewModel tour;
    private Preferences shown;
    private Texts texts;
    private StudioView view;

    /**
     * @param files asks the person for files
     * @param browse shows an address in the program that the system has for it
     */
    public StudioWindow(
            Stage stage,
            StudioViewModel studio,
            PreferenceFile file,
            FileAsk files,
            Consumer<String> browse) {
        this.stage = stage;
        this.studio = studio;
        this.config = file.path().toAbsolutePath().getParent();
        this.saver = new PreferenceSaver(file, studio.jobs().background());
        this.files = files;
        this.links = new ToolkitLinks(browse);
        PreferenceFile.Loaded loaded = file.read();
        this.preferences = new PreferencesViewModel(loaded.preferences(), this::follow);
        this.keys =
                new KeysViewModel(
                        KeyMap.of(
                                        WindowKeys.table(),
                                        WindowKeys.canvas(),
                                        PointerKeys.table(),
                                        MaskKeys.table(),
                                        PoseKeys.table(),
                                        FaceKeys.table(),
                                        FieldKeys.table(),
                                        FilmKeys.table(),
                                        VersionKeys.table())
                                .changedBy(loaded.preferences().keys()),
                        changes -> preferences.change(p -> p.withKeys(changes)));
        this.engine =
                new EngineViewModel(
                        studio.jobs(), Hardware::found, GpuChoice.ENGINE, LogFile.standard());
        this.tour =
                new TourViewModel(
                        Stop.standard(), () -> preferences.change(p -> p.withTourSeen(true)));
        this.shown = loaded.preferences();
        this.texts = words();
        Preferences.Window size = loaded.preferences().window();
        this.scene = new Scene(new StackPane(), size.width(), size.height());
        studio.showSteps(preview(shown.work()));
        studio.documents().setAutosaving(shown.work().autosave());
        dress();
        furnish();
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        windowState().restore(size);
        loaded.aside()
                .ifPresent(kept -> studio.tell(Notice.problem(texts.text("prefs.broken", kept))));
    }

    private WindowState windowState() {
        return new WindowState(stage, scene);
    }

    private Preferences now() {
        return preferences.now();
    }

    public void show() {
        stage.show();
        if (!stage.isMaximized()) {
            studio.jobs().window().execute(this::takeSize);
        }
    }

    /** Again, since some window managers shrink a new window. */
    private void takeSize() {
        if (scene.getWidth() != now().window().width()
                || scene.getHeight() != now().window().height()) {
            stage.setWidth(now().window().width() + stage.getWidth() - scene.getWidth());
            stage.setHeight(now().window().height() + stage.getHeight() - scene.getHeight());
            stage.centerOnScreen();
        }
    }

    /** The picture on its way to the screen, for those who measure it. */
    public PictureImage image() {
        return view.image();
    }

    /** What brushes are set to, for those who measure painting. */
    public MaskTools maskTools() {
        return view.maskTools();
    }

    public Scene scene() {
        return scene;
    }

    /** Remembers how the window is left; waits until the disk has it. */
    public void leave() {
        Preferences.Window size = windowState().now(now().window(), now().window().panels());
        preferences.change(p -> p.withWindow(size).withSteps(studio.habits().steps()));
        saver.settled();
    }

    /** Remembers where files were taken from. */
    public void remember(Path folder) {
        preferences.change(p -> p.withFolder(folder));
    }

    public void setTheme(ThemeChoice theme) {
        preferences.change(p -> p.withTheme(theme));
    }

    public void setLanguage(Locale language) {
        preferences.change(p -> p.withLanguage(language));
    }

    /** Shows a new person round, once there is something to show. */
    public void welcome() {
        if (!now().tourSeen()) {
            tour.start();
        }
    }

    /** The engine has started: what it runs on can be asked. */
    public void engineStarted() {
        engine.look();
    }

    private Texts words() {
        return Texts.of(now().language().orElse(Locale.getDefault()));
    }

    /** What was changed is kept, and shows. */
    private void follow(Preferences changed) {
        saver.save(changed);
        if (!changed.work().runsLike(shown.work())) { // a document may be run in another way
            studio.runAs(changed.work()::run);
        }
        studio.showSteps(preview(changed.work()));
        studio.documents().setAutosaving(changed.work().autosave());
        boolean spoken = !changed.language().equals(shown.language());
        boolean dressed = !changed.theme().equals(shown.theme());
        shown = changed;
        if (spoken) {
            texts = words();
        }
        if (spoken || dressed) {
            dress();
        }
        if (spoken) {
            StudioView.Look look = view.look();
            furnish();
            view.look(look);
        }
    }

    private static Preview preview(Work work) {
        return work.previews() ? new Preview(work.previewStrength()) : Preview.NONE;
    }

    private void furnish() {
        view =
                new StudioView(
                        studio,
                        new Surroundings(
                                texts, files, links, config, preferences, keys, engine, tour));
        scene.setRoot(view);
        stage.setTitle(texts.text("app.name"));
    }

    private void dress() {
        switch (now().theme()) {
            case DARK -> Themes.dress(scene, true, texts.language());
            case LIGHT -> Themes.dress(scene, false, texts.language());
            case SYSTEM -> {
                Themes.dress(scene, true, texts.language()); // until the system has answered
                studio.jobs()
                        .fetch(
                                SystemTheme::dark,
                                dark -> {
                                    if (now().theme() == ThemeChoice.SYSTEM) {
                                        Themes.dress(scene, dark, texts.language());
                                    }
                                },
                                e -> {});
            }
        }
    }
}
