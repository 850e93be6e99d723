package mien.app.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Whether the computer is set to dark windows. JavaFX 21 does not know, so the system's own tool is
 * asked.
 */
public final class SystemTheme {

    private static final long PATIENCE_MILLIS = 800;

    private SystemTheme() {}

    /** Takes up to a second; dark where nothing can be found out. */
    public static boolean dark() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            return !answer(List.of("reg", "query", key, "/v", "AppsUseLightTheme")).contains("0x1");
        }
        if (os.contains("mac")) {
            return answer(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .contains("Dark");
        }
        String scheme =
                answer(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"));
        return !(scheme.contains("light") || scheme.contains("default"));
    }

    private static String answer(List<String> command) {
        try {
            Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                if (!asked.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return "";
                }
                return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                asked.destroy();
            }
        } catch (IOException e) {
            return ""; // there is no such tool
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
