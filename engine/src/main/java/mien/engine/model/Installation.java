package mien.engine.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mien.engine.edit.EditException;
import mien.engine.model.ImportPlan.Item;
import mien.engine.model.known.KnownCheckpoint;

/**
 * Makes a pack of a plan: in a folder that nobody reads yet, which gets its name when all is in
 * place. Whatever goes wrong, nothing is left behind.
 */
final class Installation {

    /** Of weights that somebody else made. */
    static final String VERSION = "as published";

    private static final String UNFINISHED = ".importing-";

    private final Path home;
    private final List<Item> items;
    private final Told told;
    private final boolean link;
    private final CopyWatcher watcher;

    /**
     * What the description says besides its files.
     *
     * @param within what stands before the network's names in the file of a role
     */
    record Told(PackWriter.Label label, Map<String, String> within, ObjectNode sections) {

        /** Of one published checkpoint or several that belong together: a part of a model. */
        static Told of(ImportPlan plan, String id, boolean link) {
            KnownCheckpoint main = plan.main();
            ObjectNode sections = JsonNodeFactory.instance.objectNode();
            ObjectNode parts = sections.putObject(ModelPack.PUBLISHED);
            for (Item item : plan.items()) {
                item.network()
                        .ifPresent(
                                n ->
                                        new PublishedPart(n.known().id(), n.prefix(), link)
                                                .write(parts.putObject(item.role())));
            }
            return new Told(
                    new PackWriter.Label(
                            id, main.system(), plan.title(), VERSION, main.license(), main.page()),
                    Map.of(),
                    sections);
        }
    }

    Installation(Path home, List<Item> items, Told told, boolean link, CopyWatcher watcher) {
        this.home = home;
        this.items = items;
        this.told = told;
        this.link = link;
        this.watcher = watcher;
    }

    /**
     * @throws EditException if the folder cannot be written to, or the disk is full
     */
    ModelPack install() {
        Path half = home.resolve(UNFINISHED + told.label.id());
        try {
            Files.createDirectories(home);
            needSpace();
            delete(half); // of an import that was killed
            Files.createDirectory(half);
            try {
                fill(half);
                move(half, home.resolve(told.label.id()));
            } finally {
                delete(half);
            }
        } catch (IOException e) {
            throw refused(e);
        } catch (UncheckedIOException e) {
            throw refused(e.getCause());
        }
        return ModelPack.read(home.resolve(told.label.id()));
    }

    private void fill(Path half) throws IOException {
        Map<String, String> digests = new HashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        long all = bytes();
        long before = 0;
        for (Item item : items) {
            Path to = half.resolve(item.path());
            Files.createDirectories(to.getParent());
            if (link) {
                link(item.file(), to);
            } else {
                long start = before;
                digests.put(
                        item.role(),
                        FileCopy.copy(item.file(), to, done -> watcher.copied(start + done, all)));
            }
            before += Files.size(item.file());
            names.put(item.role(), item.path());
        }
        ModelPack pack = PackWriter.write(half, told.label, names, told.within, told.sections);
        for (Map.Entry<String, String> copied : digests.entrySet()) {
            if (!pack.files().get(copied.getKey()).sha256().equals(copied.getValue())) {
                throw new EditException(
                        "%s holds something else than what was copied to it: check the disk, then import again."
                                .formatted(home));
            }
        }
    }

    /** A symbolic link, or where the system has none for everyone, a second name. */
    private static void link(Path file, Path to) throws IOException {
        Path real = file.toRealPath();
        try {
            Files.createSymbolicLink(to, real);
        } catch (UnsupportedOperationException | IOException e) {
            try {
                Files.createLink(to, real);
            } catch (UnsupportedOperationException | IOException notEither) {
                throw new EditException(
                        "%s cannot be linked from %s on this system: import it without --link."
                                .formatted(file, to.getParent()),
                        notEither);
            }
        }
    }

    private static void move(Path half, Path pack) throws IOException {
        try {
            Files.move(half, pack, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, pack);
        }
    }

    private long bytes() throws IOException {
        long all = 0;
        for (Item item : items) {
            all += Files.size(item.file());
        }
        return all;
    }

    private void needSpace() throws IOException {
        long free = Files.getFileStore(home).getUsableSpace();
        if (!link && bytes() > free) {
            throw new EditException(
                    "%s has %d MB free, but this model takes %d MB: make room, or import it with --link."
                            .formatted(home, free >> 20, bytes() >> 20));
        }
    }

    private EditException refused(IOException e) {
        return new EditException(
                "The model cannot be installed in %s (%s): check the folder's permissions and the free space."
                        .formatted(home, reason(e)),
                e);
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName();
        return switch (kind) {
            case "AccessDeniedException" -> "access is denied";
            case "FileAlreadyExistsException", "DirectoryNotEmptyException" ->
                    "a file is in the way: " + e.getMessage();
            default -> String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        };
    }

    /** A folder with all that is in it; links are deleted, never what they point to. */
    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted((a, b) -> b.getNameCount() - a.getNameCount()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
