package mien.app.prefs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that the window logs to; {@code logback-window.xml} says what and how much. */
public record LogFile(Path path) {

    private static final String SETTINGS = "logback.configurationFile";
    private static final String FILE = "mien.logfile";
    private static final int TAIL = 32 << 10; // bytes that are looked at for the last lines

    /** Beside the preferences of the person who runs Mien. */
    public static LogFile standard() {
        return new LogFile(PreferenceFile.standard().path().resolveSibling("studio.log"));
    }

    /** From now on the window logs to this file; before anything is logged. */
    public void begin() {
        System.setProperty(FILE, path.toString());
        if (System.getProperty(SETTINGS) == null) {
            System.setProperty(SETTINGS, "logback-window.xml");
        }
    }

    /** Its last lines; none if it is not there. */
    public List<String> tail(int most) {
        if (!Files.isReadable(path)) {
            return List.of();
        }
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            long from = Math.max(0, file.size() - TAIL);
            ByteBuffer bytes = ByteBuffer.allocate((int) (file.size() - from));
            file.position(from);
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = file.read(bytes); // may bring a part only
            }
            List<String> lines =
                    new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(from > 0 ? 1 : 0) // the first one is cut
                            .toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException e) {
            return List.of(path + ": " + e.getMessage());
        }
    }
}
