package mien.app.shell;

import java.util.Locale;
import java.util.function.Consumer;
import mien.app.prefs.ThemeChoice;
import mien.app.text.Texts;

/**
 * What a view stands in.
 *
 * @param theme the one that is chosen
 * @param files asks for files
 * @param onTheme told when another theme is wanted
 * @param onLanguage told when another language is wanted
 */
record Surroundings(
        Texts texts,
        ThemeChoice theme,
        FileAsk files,
        Consumer<ThemeChoice> onTheme,
        Consumer<Locale> onLanguage) {}
