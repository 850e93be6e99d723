package mien.app.prefs;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the studio remembers.
 *
 * @param window size of the window and whether it fills the screen
 * @param theme how it looks
 * @param language of its words; empty: the computer's
 * @param steps how many steps an edit takes
 * @param folder where pictures were opened or exported last
 */
public record Preferences(
        Window window,
        ThemeChoice theme,
        Optional<Locale> language,
        int steps,
        Optional<Path> folder) {

    public static final Preferences DEFAULT =
            new Preferences(
                    new Window(1440, 900, false),
                    ThemeChoice.DARK,
                    Optional.empty(),
                    20,
                    Optional.empty());

    /** Size of the window in screen units. */
    public record Window(double width, double height, boolean maximised) {
        public Window {
            if (!(width >= 200 && width < 20_000 && height >= 200 && height < 20_000)) {
                throw new IllegalArgumentException("no window is %s × %s".formatted(width, height));
            }
        }
    }

    public Preferences {
        if (steps < 1 || steps > 1000) {
            throw new IllegalArgumentException("an edit takes 1 to 1000 steps, but got " + steps);
        }
    }

    public Preferences withWindow(Window newWindow) {
        return new Preferences(newWindow, theme, language, steps, folder);
    }

    public Preferences withTheme(ThemeChoice newTheme) {
        return new Preferences(window, newTheme, language, steps, folder);
    }

    public Preferences withLanguage(Locale newLanguage) {
        return new Preferences(window, theme, Optional.of(newLanguage), steps, folder);
    }

    public Preferences withSteps(int newSteps) {
        return new Preferences(window, theme, language, newSteps, folder);
    }

    public Preferences withFolder(Path newFolder) {
        return new Preferences(window, theme, language, steps, Optional.of(newFolder));
    }
}
