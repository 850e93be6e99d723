package mien.app;

import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Application;
import mien.app.prefs.LogFile;
import mien.app.shell.StudioApp;

/** Opens the window. It is no {@link Application} itself, so that it runs from the class path. */
public final class Main {

    private static final int NO_DISPLAY = 2;
    private static final String SENTENCE =
            "Mien's window needs a display, and there is none here: run './studio demo' to see it"
                    + " work without one.";

    /**
     * Running from the class path is how Mien is made, and works; JavaFX warns of it at every
     * start.
     */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private static final String WARNING = "Unsupported JavaFX configuration";

    private Main() {}

    public static void main(String[] args) {
        if (!displayHere()) {
            refuse();
        }
        LogFile.standard().begin(); // before anything is logged
        TOOLKIT.setFilter(record -> !String.valueOf(record.getMessage()).startsWith(WARNING));
        try {
            Application.launch(StudioApp.class, args);
        } catch (UnsupportedOperationException e) { // the display that is named cannot be opened
            refuse();
        }
    }

    private static void refuse() {
        System.err.println(SENTENCE);
        System.exit(NO_DISPLAY);
    }

    /**
     * Linux says by the environment whether there is a display; elsewhere, and for headless tests,
     * there always is.
     */
    private static boolean displayHere() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || System.getProperty("glass.platform") != null
                || !variable("DISPLAY").isEmpty();
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }
}
