package mien.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mien.engine.edit.EditException;

/**
 * Takes an installed pack away: its description, then the files it lists, and nothing else. A file
 * that was only linked loses its link and stays where it is.
 *
 * @param pack what goes
 */
public record ModelRemoval(ModelPack pack) {

    /**
     * @throws EditException if there is no such pack, or it did not come by an import
     */
    public static ModelRemoval of(ModelLibrary library, String id) {
        ModelPack pack = library.installed(id);
        Path home = library.home().toAbsolutePath().normalize();
        Path folder = pack.folder().toAbsolutePath().normalize();
        if (!folder.startsWith(home) || folder.equals(home)) {
            throw new EditException(
                    "The model '%s' came with Mien, in %s, and is not removed."
                            .formatted(id, pack.folder()));
        }
        return new ModelRemoval(pack);
    }

    /** How many bytes the disk gets back: linked files do not count. */
    public long frees() {
        long bytes = 0;
        for (Map.Entry<String, PackFile> file : pack.files().entrySet()) {
            PublishedPart part = pack.published().get(file.getKey());
            if (part == null || !part.linked()) {
                bytes += file.getValue().bytes();
            }
        }
        return bytes;
    }

    /**
     * Removes the pack.
     *
     * @return what else lies in the folder and therefore stays; often nothing
     * @throws EditException if something cannot be deleted
     */
    public List<Path> remove() {
        Path folder = pack.folder();
        try {
            List<Path> files = new ArrayList<>(List.of(folder.resolve(ModelPack.DESCRIPTION)));
            for (PackFile file : pack.files().values()) {
                files.add(inside(folder.resolve(file.path())));
            }
            pack.card().ifPresent(files::add);
            for (Path file : files) {
                Files.deleteIfExists(file);
                deleteEmpty(file.getParent());
            }
            return left(folder);
        } catch (IOException e) {
            throw new EditException(
                    "%s cannot be removed whole (%s): check its permissions, then delete the folder by hand."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** A path of the description whose folders are no links to elsewhere. */
    private Path inside(Path file) throws IOException {
        Path parent = file.getParent();
        if (Files.exists(parent) && !parent.toRealPath().startsWith(pack.folder().toRealPath())) {
            throw new EditException(
                    "The model '%s' lists a file outside of its folder, %s: delete %s by hand."
                            .formatted(pack.id(), file, pack.folder()));
        }
        return file;
    }

    /** Deletes a folder of the pack that nothing is in any more. */
    private void deleteEmpty(Path folder) throws IOException {
        Path at = folder;
        while (at.startsWith(pack.folder())
                && Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)
                && left(at).isEmpty()) {
            Files.delete(at);
            at = at.getParent();
        }
    }

    private static List<Path> left(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
