package mien.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mien.engine.model.ModelPack;
import mien.engine.model.PackWriter;
import mien.engine.picture.WholeFile;
import mien.engine.train.Recipe;
import mien.engine.train.RunFolder;
import mien.engine.world.DrawnPeople;

/**
 * Puts a trained network into a pack: the file of its role, the sections its recipe knows, and how
 * it was trained. What the other role left in the description stays.
 */
record PackUpdate(Recipe recipe, RunFolder.Facts facts) {

    private static final String TRAINING = "training";
    private static final Set<String> NOT_SECTIONS =
            Set.of("format", "id", "system", "title", "version", "license", "source", "files");
    private static final ObjectMapper JSON = new ObjectMapper();

    static PackUpdate of(Recipe recipe, RunFolder.Facts facts) {
        return new PackUpdate(recipe, facts);
    }

    /** The network's file in a pack. */
    static String fileName(Recipe recipe) {
        return role(recipe) + ".safetensors";
    }

    private static String role(Recipe recipe) {
        return recipe.learns().role();
    }

    /**
     * Copies the network into the pack's folder and writes its description anew, with the next
     * version number.
     *
     * @throws mien.engine.edit.EditException if the pack is there but broken
     */
    ModelPack write(Path network, Path folder) {
        parts(network, folder).forEach(Runnable::run);
        ModelPack pack = ModelPack.read(folder);
        PackKind.of(recipe).requireReadable(pack, pack.files().keySet());
        return pack;
    }

    /**
     * The writing in parts, after each of which the folder holds a sound pack, the old one or the
     * new one: a file that the description names is never replaced by another network. So the new
     * one first goes under a name for the time being, which the description takes up.
     */
    List<Runnable> parts(Path network, Path folder) {
        boolean known = Files.exists(folder.resolve(ModelPack.DESCRIPTION));
        ObjectNode before = known ? description(folder) : JSON.createObjectNode();
        Map<String, String> files = new TreeMap<>();
        before.path("files")
                .properties()
                .forEach(f -> files.put(f.getKey(), f.getValue().path("path").asText()));
        String name = fileName(recipe);
        String meanwhile = role(recipe) + ".next.safetensors";
        List<Runnable> parts = new ArrayList<>();
        if (files.containsValue(name) && !same(network, folder.resolve(name))) {
            parts.addAll(put(network, folder, meanwhile, before, files));
        }
        parts.addAll(put(network, folder, name, before, files));
        parts.add(() -> delete(folder.resolve(meanwhile)));
        return parts;
    }

    private List<Runnable> put(
            Path network,
            Path folder,
            String name,
            ObjectNode before,
            Map<String, String> filesBefore) {
        Map<String, String> files = new TreeMap<>(filesBefore);
        files.put(role(recipe), name);
        return List.of(
                () -> copy(network, folder.resolve(name)),
                () -> PackWriter.write(folder, label(before), files, sections(before)));
    }

    private static boolean same(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be deleted (%s); delete it yourself."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static void copy(Path network, Path to) {
        Outputs.makeFolder(to.toAbsolutePath().getParent());
        try {
            if (!same(network, to)) {
                try (FileChannel in = FileChannel.open(network)) {
                    WholeFile.write(to, out -> copy(in, out));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read (%s); check its permissions."
                            .formatted(network, e.getMessage()),
                    e);
        }
    }

    private static void copy(FileChannel in, FileChannel out) throws IOException {
        long done = 0;
        while (done < in.size()) {
            done += in.transferTo(done, in.size() - done, out);
        }
    }

    private static ObjectNode description(Path folder) {
        try {
            return (ObjectNode) JSON.readTree(folder.resolve(ModelPack.DESCRIPTION).toFile());
        } catch (IOException | ClassCastException e) {
            throw new Refusal(
                    "%s is broken: mend or delete it."
                            .formatted(folder.resolve(ModelPack.DESCRIPTION)),
                    e);
        }
    }

    private PackWriter.Label label(ObjectNode before) {
        PackKind kind = PackKind.of(recipe);
        return new PackWriter.Label(
                before.path("id").asText(kind.id()),
                kind.system(),
                before.path("title").asText(kind.title()),
                next(before.path("version").asText("0")),
                before.path("license").asText("Apache-2.0"),
                before.path("source").asText("Mien, trained on its own drawn people"));
    }

    private static String next(String version) {
        return version.matches("\\d+") ? Integer.toString(Integer.parseInt(version) + 1) : version;
    }

    private ObjectNode sections(ObjectNode before) {
        ObjectNode sections = before.deepCopy();
        sections.remove(NOT_SECTIONS);
        sections.setAll(PackSections.of(recipe));
        sections.withObject("/" + TRAINING)
                .putObject(role(recipe))
                .put("recipe", recipe.name())
                .put("steps", facts.steps())
                .put("hours", Math.round(facts.hours() * 100) / 100.0)
                .put("pictures", facts.images())
                .put("loss", Math.round(facts.loss() * 1e6) / 1e6)
                .put("world", DrawnPeople.VERSION)
                .put("first_seed", recipe.data().firstSeed())
                .put("people", recipe.data().people())
                .set("held_out", JSON.valueToTree(new TreeMap<>(facts.heldOut())));
        return sections;
    }
}
