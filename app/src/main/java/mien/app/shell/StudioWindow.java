package mien.app.shell;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.pixels.PictureImage;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;
import mien.app.prefs.ThemeChoice;
import mien.app.text.Texts;
import mien.app.theme.SystemTheme;
import mien.app.theme.Themes;

/**
 * A window on the studio's state: it dresses it in a theme and a language, and remembers how it was
 * left.
 */
public final class StudioWindow {

    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final StudioViewModel studio;
    private final PreferenceFile file;
    private final FileAsk files;
    private final Scene scene;
    private Preferences preferences;
    private StudioView view;

    /**
     * @param files asks the person for files
     */
    public StudioWindow(Stage stage, StudioViewModel studio, PreferenceFile file, FileAsk files) {
        this.stage = stage;
        this.studio = studio;
        this.file = file;
        this.files = files;
        this.preferences = file.load();
        Preferences.Window size = preferences.window();
        this.scene = new Scene(new StackPane(), size.width(), size.height());
        dress();
        furnish();
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (size.maximised()) {
            stage.setMaximized(true);
        }
    }

    public void show() {
        stage.show();
        if (!stage.isMaximized()) {
            studio.jobs().window().execute(this::takeSize);
        }
    }

    /** Again, since some window managers shrink a new window. */
    private void takeSize() {
        if (scene.getWidth() != preferences.window().width()
                || scene.getHeight() != preferences.window().height()) {
            stage.setWidth(preferences.window().width() + stage.getWidth() - scene.getWidth());
            stage.setHeight(preferences.window().height() + stage.getHeight() - scene.getHeight());
            stage.centerOnScreen();
        }
    }

    /** The picture on its way to the screen, for those who measure it. */
    public PictureImage image() {
        return view.image();
    }

    public Scene scene() {
        return scene;
    }

    /** Remembers how the window is left. */
    public void remember() {
        Preferences.Window size =
                stage.isMaximized()
                        ? new Preferences.Window(
                                preferences.window().width(), preferences.window().height(), true)
                        : new Preferences.Window(scene.getWidth(), scene.getHeight(), false);
        preferences = preferences.withWindow(size);
        int steps = studio.settings().steps().orElse(preferences.steps());
        file.save(preferences.withSteps(steps));
    }

    /** Remembers where files were taken from. */
    public void remember(Path folder) {
        preferences = preferences.withFolder(folder);
    }

    public void setTheme(ThemeChoice theme) {
        preferences = preferences.withTheme(theme);
        dress();
        furnish();
    }

    public void setLanguage(Locale language) {
        preferences = preferences.withLanguage(language);
        dress();
        furnish();
    }

    private Texts texts() {
        return Texts.of(preferences.language().orElse(Locale.getDefault()));
    }

    private void furnish() {
        Texts texts = texts();
        view =
                new StudioView(
                        studio,
                        new Surroundings(
                                texts,
                                preferences.theme(),
                                files,
                                this::setTheme,
                                this::setLanguage));
        scene.setRoot(view);
        stage.setTitle(texts.text("app.name"));
    }

    private void dress() {
        switch (preferences.theme()) {
            case DARK -> Themes.dress(scene, true, texts().language());
            case LIGHT -> Themes.dress(scene, false, texts().language());
            case SYSTEM -> {
                Themes.dress(scene, true, texts().language()); // until the system has answered
                studio.jobs()
                        .fetch(
                                SystemTheme::dark,
                                dark -> {
                                    if (preferences.theme() == ThemeChoice.SYSTEM) {
                                        Themes.dress(scene, dark, texts().language());
                                    }
                                },
                                e -> {});
            }
        }
    }
}
