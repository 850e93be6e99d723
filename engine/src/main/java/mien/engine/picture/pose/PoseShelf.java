package mien.engine.picture.pose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The poses somebody kept: a folder with a pose file for each, which other programs can read too. A
 * file that cannot be read is left aside.
 */
public record PoseShelf(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".json";
    private static final int LONGEST = 80;
    private static final int CANVAS = 1024;

    /** The kept poses by name, in the order of the alphabet. */
    public Map<String, Skeleton> poses() {
        Map<String, Skeleton> poses = new TreeMap<>();
        for (Path file : files()) {
            try {
                poses.put(name(file), PoseFile.read(file).figures().get(0));
            } catch (PoseException e) {
                LoggerFactory.getLogger(PoseShelf.class)
                        .warn("a kept pose is left aside: {}", e.getMessage());
            }
        }
        return poses;
    }

    /**
     * Keeps a pose; one of the same name is replaced.
     *
     * @throws PoseException if the name is empty or too long, or the file cannot be written
     */
    public void keep(String name, Skeleton figure) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new PoseException(
                    "A pose needs a name of 1 to %d letters, but got %d."
                            .formatted(LONGEST, plain.length()));
        }
        try {
            Files.createDirectories(folder);
            ObjectNode root =
                    (ObjectNode)
                            JSON.readTree(
                                    PoseFile.openPose(List.of(figure), CANVAS, CANVAS).text());
            root.put("name", plain);
            PoseFile.parse(root.toString(), plain).write(file(plain));
        } catch (IOException e) {
            throw new PoseException(
                    "The pose '%s' cannot be kept in %s: check that the folder may be written to and the disk has room."
                            .formatted(plain, folder),
                    e);
        }
    }

    /**
     * Takes a kept pose off the shelf.
     *
     * @return whether there was one
     * @throws PoseException if the file cannot be removed
     */
    public boolean remove(String name) {
        Optional<Path> file = known(name.strip());
        try {
            return file.isPresent() && Files.deleteIfExists(file.get());
        } catch (IOException e) {
            throw new PoseException(
                    "The pose '%s' cannot be removed from %s: check that the folder may be written to."
                            .formatted(name, folder),
                    e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return all.filter(f -> f.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            LoggerFactory.getLogger(PoseShelf.class)
                    .warn("the shelf of poses {} cannot be read: {}", folder, e.getMessage());
            return List.of();
        }
    }

    private Optional<Path> known(String name) {
        return files().stream().filter(f -> name(f).equals(name)).findFirst();
    }

    /** The name inside a file; the file's own where none is. */
    private static String name(Path file) {
        String own = file.getFileName().toString();
        own = own.substring(0, own.length() - ENDING.length());
        try {
            JsonNode name = JSON.readTree(Files.readString(file)).path("name");
            return name.isTextual() ? name.asText() : own;
        } catch (IOException e) {
            return own; // reading the pose itself will complain
        }
    }

    /**
     * Where a pose is or will be: letters and digits of its name, and a number if that is taken.
     */
    private Path file(String name) {
        Optional<Path> known = known(name);
        if (known.isPresent()) {
            return known.get();
        }
        String plain = name.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "pose" : plain;
        Path free = folder.resolve(base + ENDING);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(base + "-" + i + ENDING);
        }
        return free;
    }
}
