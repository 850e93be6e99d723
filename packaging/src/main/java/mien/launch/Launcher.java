package mien.launch;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import mien.app.bench.WindowBench;

/** What a package starts: the window, or with a verb the program without one. */
public final class Launcher {

    /**
     * Opens the window, moves a slider, writes what was measured, and ends: FILE [MOVES [STEPS]].
     */
    static final String SELF_TEST = "--self-test";

    private static final String DOCUMENT = ".mien";

    /** What the arguments ask for. */
    enum Task {
        WINDOW,
        VERB,
        SELF_TEST
    }

    private Launcher() {}

    public static void main(String[] args) throws IOException {
        Installed.here().library(System.err::println).announce();
        switch (task(args)) {
            case WINDOW -> mien.app.Main.main(args);
            case VERB -> mien.engine.cli.Main.main(args);
            case SELF_TEST -> WindowBench.main(Arrays.copyOfRange(args, 1, args.length));
        }
    }

    /** Documents alone are for the window: that is how the desktop opens them. */
    static Task task(String... args) {
        if (args.length > 1 && args[0].equals(SELF_TEST)) {
            return Task.SELF_TEST;
        }
        boolean documents =
                Arrays.stream(args).allMatch(a -> a.toLowerCase(Locale.ROOT).endsWith(DOCUMENT));
        return documents ? Task.WINDOW : Task.VERB;
    }
}
