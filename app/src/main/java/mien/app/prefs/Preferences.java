package mien.app.prefs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the studio remembers.
 *
 * @param window where it stands, and how it is divided
 * @param theme how it looks
 * @param language of its words; empty: the computer's
 * @param steps how many steps were chosen, by the ids of editing systems
 * @param folder where pictures were opened or exported last
 * @param work how edits run, are shown, kept and exported
 * @param keys what the artist changed of the keys, by action
 * @param tourSeen whether the tour was shown
 */
public record Preferences(
        Window window,
        ThemeChoice theme,
        Optional<Locale> language,
        Map<String, Integer> steps,
        Optional<Path> folder,
        Work work,
        Map<String, List<String>> keys,
        boolean tourSeen) {

    public static final Preferences DEFAULT =
            new Preferences(
                    new Window(1440, 900, false),
                    ThemeChoice.DARK,
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Work.DEFAULT,
                    Map.of(),
                    false);

    /**
     * The window.
     *
     * @param width in screen units
     * @param height in screen units
     * @param maximised whether it fills the screen
     * @param place its upper left corner; empty: in the middle of the screen
     * @param panels widths and heights of its panels by their names, such as {@code side}
     */
    public record Window(
            double width,
            double height,
            boolean maximised,
            Optional<Place> place,
            Map<String, Double> panels) {

        /** A corner on the desktop, which may be left of or above the first screen. */
        public record Place(double x, double y) {
            public Place {
                if (!(Math.abs(x) < 100_000 && Math.abs(y) < 100_000)) {
                    throw new IllegalArgumentException(
                            "no window stands at %s, %s".formatted(x, y));
                }
            }
        }

        public Window {
            if (!(width >= 200 && width < 20_000 && height >= 200 && height < 20_000)) {
                throw new IllegalArgumentException("no window is %s × %s".formatted(width, height));
            }
            panels = Map.copyOf(panels);
            if (!panels.values().stream().allMatch(size -> size >= 0 && size < 20_000)) {
                throw new IllegalArgumentException("no panel has such a size: " + panels);
            }
        }

        public Window(double width, double height, boolean maximised) {
            this(width, height, maximised, Optional.empty(), Map.of());
        }

        public Window at(Place corner) {
            return new Window(width, height, maximised, Optional.of(corner), panels);
        }

        public Window withPanels(Map<String, Double> sizes) {
            return new Window(width, height, maximised, place, sizes);
        }
    }

    public Preferences {
        steps = Map.copyOf(steps);
        if (!steps.values().stream().allMatch(n -> n >= 2 && n <= 1000)) {
            throw new IllegalArgumentException("an edit takes 2 to 1000 steps, but got " + steps);
        }
        keys = Map.copyOf(keys);
    }

    public Preferences withWindow(Window now) {
        return new Preferences(now, theme, language, steps, folder, work, keys, tourSeen);
    }

    public Preferences withTheme(ThemeChoice now) {
        return new Preferences(window, now, language, steps, folder, work, keys, tourSeen);
    }

    public Preferences withLanguage(Locale now) {
        return new Preferences(
                window, theme, Optional.of(now), steps, folder, work, keys, tourSeen);
    }

    public Preferences withSteps(Map<String, Integer> now) {
        return new Preferences(window, theme, language, now, folder, work, keys, tourSeen);
    }

    public Preferences withFolder(Path now) {
        return new Preferences(
                window, theme, language, steps, Optional.of(now), work, keys, tourSeen);
    }

    public Preferences withWork(Work now) {
        return new Preferences(window, theme, language, steps, folder, now, keys, tourSeen);
    }

    public Preferences withKeys(Map<String, List<String>> now) {
        return new Preferences(window, theme, language, steps, folder, work, now, tourSeen);
    }

    public Preferences withTourSeen(boolean now) {
        return new Preferences(window, theme, language, steps, folder, work, keys, now);
    }
}
