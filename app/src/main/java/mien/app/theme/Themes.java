package mien.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Puts the style sheets on a scene: AtlantaFX below, Mien's tokens and the sheet of each control
 * above.
 */
public final class Themes {

    private static final String FOLDER = "/mien/ui/css/";
    private static final List<String> SHEETS =
            List.of(
                    "studio",
                    "buttons",
                    "inspector",
                    "slider-field",
                    "light-ball",
                    "pose",
                    "faces",
                    "borrow",
                    "pad",
                    "canvas",
                    "mask-options",
                    "film-strip",
                    "versions",
                    "rail",
                    "stack-bar",
                    "status-bar",
                    "run-panel",
                    "overlays",
                    "page",
                    "queue",
                    "models",
                    "keys",
                    "prefs",
                    "tour",
                    "export");

    private Themes() {}

    /** The names of the sheets, without those of the tokens. */
    static List<String> sheets() {
        return SHEETS;
    }

    /** Dresses a scene, and the popups that come out of it. */
    public static void dress(Scene scene, boolean dark, Locale language) {
        Theme base = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(
                Optional.ofNullable(base.getUserAgentStylesheetBSS())
                        .orElse(base.getUserAgentStylesheet()));
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet(dark ? "tokens-dark" : "tokens-light"));
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        face(language).map(Themes::faceSheet).ifPresent(sheets::add);
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        return Themes.class.getResource(FOLDER + name + ".css").toExternalForm();
    }

    /**
     * The first installed face of those wanted for a language; JavaFX sheets take one name only.
     */
    private static Optional<String> face(Locale language) {
        Set<String> installed = new HashSet<>(Font.getFamilies());
        return wanted(language).filter(installed::contains).findFirst();
    }

    private static Stream<String> wanted(Locale language) {
        Properties faces = new Properties();
        try (InputStream in = Themes.class.getResourceAsStream(FOLDER + "faces.properties")) {
            faces.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of faces cannot be read", e);
        }
        return Arrays.stream(faces.getProperty(language.getLanguage(), "").split(","))
                .map(String::strip);
    }

    private static String faceSheet(String family) {
        String css = ".root { -fx-font-family: \"" + family + "\"; }";
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
