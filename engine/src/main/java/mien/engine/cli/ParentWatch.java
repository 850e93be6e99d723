package mien.engine.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A child's side of {@link ChildJvm}: told to stop, or left alone, it ends as if by Ctrl-C. */
final class ParentWatch {

    private ParentWatch() {}

    /** Listens in the background until the input ends. */
    static void begin(InputStream input, Interrupt interrupt) {
        Thread thread = new Thread(() -> listen(input, interrupt), "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void listen(InputStream input, Interrupt interrupt) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.equals(ChildJvm.STOP)) {
                line = lines.readLine();
            }
        } catch (IOException e) {
            // As good as its end.
        }
        interrupt.request();
    }
}
