package mien.app.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Documents that were opened or saved lately, one path a line, the newest first. */
public record RecentDocuments(Path file) {

    private static final int MOST = 20;

    /**
     * One of them.
     *
     * @param missing whether there is no such file now: moved, renamed, or on a disk that is away
     */
    public record Entry(Path file, boolean missing) {}

    /** The list; a list that cannot be read is empty. */
    public List<Entry> list() {
        return paths().stream().map(p -> new Entry(p, !Files.isRegularFile(p))).toList();
    }

    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.isBlank() && paths.size() < MOST) {
                    paths.add(Path.of(line));
                }
            }
        } catch (IOException | InvalidPathException e) {
            LoggerFactory.getLogger(RecentDocuments.class).debug("no list {}: {}", file, e);
        }
        return paths;
    }

    /** Puts a document on top. */
    public void add(Path document) {
        Path whole = document.toAbsolutePath().normalize();
        change(
                paths -> {
                    List<Path> now = new ArrayList<>(List.of(whole));
                    paths.stream().filter(p -> !p.equals(whole)).forEach(now::add);
                    return now.subList(0, Math.min(MOST, now.size()));
                });
    }

    /** Takes a document off the list; its file stays. */
    public void remove(Path document) {
        change(paths -> paths.stream().filter(p -> !p.equals(document)).toList());
    }

    private void change(UnaryOperator<List<Path>> changed) {
        String lines =
                changed.apply(paths()).stream()
                        .map(Path::toString)
                        .filter(p -> p.lines().count() == 1)
                        .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LoggerFactory.getLogger(RecentDocuments.class)
                    .warn("{} cannot be written: {}", file, DiskReason.of(e).english());
        }
    }
}
