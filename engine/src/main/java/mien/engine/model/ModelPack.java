package mien.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mien.engine.edit.EditException;
import mien.engine.edit.Pack;

/**
 * An installed model.
 *
 * @param folder where its files lie
 * @param id unique name, lower case words joined by hyphens
 * @param system the id of the editing system it is for
 * @param title what people call it
 * @param version of the weights
 * @param license under which the weights may be used
 * @param source who made them, or where they came from
 * @param files by role, such as {@code rig}
 * @param description the whole of {@code pack.json}
 */
public record ModelPack(
        Path folder,
        String id,
        String system,
        String title,
        String version,
        String license,
        String source,
        Map<String, PackFile> files,
        ObjectNode description)
        implements Pack {

    /** The description's name in the folder. */
    public static final String DESCRIPTION = "pack.json";

    /** The only format there is so far. */
    public static final int FORMAT = 1;

    /** The section of a pack made by importing published checkpoints. */
    static final String PUBLISHED = "published";

    private static final String CARD = "MODEL_CARD.md";

    public ModelPack {
        files = Map.copyOf(files);
        description = description.deepCopy();
    }

    /**
     * Reads a folder's description and checks that every file is there in its length.
     *
     * @throws EditException if the description is broken, of another format, or a file is missing
     *     or cut off
     */
    public static ModelPack read(Path folder) {
        ModelPack pack = PackDescription.read(folder);
        pack.files.forEach((role, file) -> pack.present(file));
        return pack;
    }

    /** What it was made of and for, and where it fails: Markdown, empty if there is none. */
    public Optional<Path> card() {
        Path card = folder.resolve(CARD);
        return Files.isRegularFile(card) ? Optional.of(card) : Optional.empty();
    }

    /**
     * The published checkpoints in the pack, by role; empty for a pack that was made as a whole for
     * one system. Such a pack is a part: no system takes it for its model.
     */
    public Map<String, PublishedPart> published() {
        Map<String, PublishedPart> parts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> part : description.path(PUBLISHED).properties()) {
            parts.put(part.getKey(), PublishedPart.read(part.getValue()));
        }
        return parts;
    }

    /** The length of all its files together. */
    public long bytes() {
        return files.values().stream().mapToLong(PackFile::bytes).sum();
    }

    @Override
    public boolean has(String role) {
        return files.containsKey(role);
    }

    /** What a file holds, in short. */
    @FunctionalInterface
    private interface Digest {
        String of(Path file) throws IOException;
    }

    /**
     * The file of a role; its content is compared with the description, which for a large one that
     * nobody touched was done before ({@link KnownDigests}).
     *
     * @throws EditException if there is no such file or its content is another one
     */
    @Override
    public Path file(String role) {
        return file(role, () -> {});
    }

    @Override
    public Path file(String role, Runnable checkCancelled) {
        return file(role, KnownDigests.standard(), checkCancelled);
    }

    Path file(String role, KnownDigests known, Runnable checkCancelled) {
        return compared(role, path -> known.of(path, checkCancelled));
    }

    private Path compared(String role, Digest digest) {
        PackFile file = files.get(role);
        if (file == null) {
            throw new EditException(
                    "The pack '%s' in %s has no file for '%s': it was made for another version of Mien."
                            .formatted(id, folder, role));
        }
        Path path = present(file);
        try {
            if (!digest.of(path).equals(file.sha256())) {
                throw new EditException(
                        "%s was changed or damaged (its SHA-256 is not the one in %s): install the pack '%s' again."
                                .formatted(path, DESCRIPTION, id));
            }
        } catch (IOException e) {
            throw new EditException(
                    "%s cannot be read: install the pack '%s' again.".formatted(path, id), e);
        }
        return path;
    }

    @Override
    public String within(String role) {
        return files.containsKey(role) ? files.get(role).within() : "";
    }

    /** Reads every file and compares it with the description; for {@code models verify}. */
    public void verify() {
        verify(() -> {});
    }

    /**
     * The same, which can be ended.
     *
     * @param checkCancelled called before each part that is read; what it throws ends the reading
     */
    public void verify(Runnable checkCancelled) {
        KnownDigests known = KnownDigests.standard();
        new TreeMap<>(files)
                .keySet()
                .forEach(role -> compared(role, path -> known.anew(path, checkCancelled)));
    }

    /** The description, which has the check sum of every file. */
    @Override
    public String content() {
        return description.toString();
    }

    @Override
    public boolean describes(String section) {
        return description.has(section);
    }

    @Override
    public JsonNode section(String name) {
        JsonNode section = description.path(name);
        if (section.isMissingNode() || section.isNull()) {
            throw new EditException(
                    "%s has no '%s': the pack is incomplete, install it again."
                            .formatted(folder.resolve(DESCRIPTION), name));
        }
        return section;
    }

    private Path present(PackFile file) {
        Path path = folder.resolve(file.path());
        try {
            if (!Files.isRegularFile(path)) {
                throw new EditException(
                        "%s is missing: install the pack '%s' again.".formatted(path, id));
            }
            if (Files.size(path) != file.bytes()) {
                throw new EditException(
                        "%s has %d bytes instead of %d: install the pack '%s' again."
                                .formatted(path, Files.size(path), file.bytes(), id));
            }
        } catch (IOException e) {
            throw new EditException(
                    "%s cannot be read: install the pack '%s' again.".formatted(path, id), e);
        }
        return path;
    }
}
