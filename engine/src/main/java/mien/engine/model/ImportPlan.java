package mien.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.KnownCheckpoint;

/**
 * What an import will install, all of it checked.
 *
 * @param id the pack's name unless the person gives another
 * @param title what people will call it
 * @param main the checkpoint that decides system, license and source
 * @param items the files
 */
public record ImportPlan(String id, String title, KnownCheckpoint main, List<Item> items) {

    public ImportPlan {
        items = List.copyOf(items);
    }

    /**
     * One file.
     *
     * @param role its name in the pack
     * @param file where it lies now
     * @param path where it will lie in the pack's folder
     * @param network what it holds; empty for a configuration
     */
    public record Item(String role, Path file, String path, Optional<Recognised> network) {}

    /** One file that holds one network. */
    static ImportPlan of(Inspected inspected, Recognised found) {
        KnownCheckpoint known = found.known();
        Item item =
                new Item(
                        known.role(),
                        inspected.file(),
                        plainName(inspected.file(), known.role()),
                        Optional.of(found));
        return new ImportPlan(known.id(), known.title(), known, List.of(item));
    }

    /** The file's own name where it is harmless, else the role's with the file's ending. */
    private static String plainName(Path file, String role) {
        String name = file.getFileName().toString();
        boolean harmless =
                name.matches("[A-Za-z0-9][A-Za-z0-9._ -]*")
                        && !name.contains("..")
                        && !name.equalsIgnoreCase(ModelPack.DESCRIPTION);
        if (harmless) {
            return name;
        }
        String ending = name.replaceAll(".*\\.", "");
        return ending.matches("[A-Za-z0-9]{1,12}") ? role + "." + ending : role;
    }
}
