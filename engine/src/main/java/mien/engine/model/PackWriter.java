package mien.engine.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;

/** Makes a folder of weights a pack: measures the files and writes {@code pack.json}. */
public final class PackWriter {

    private PackWriter() {}

    /**
     * What people read of a pack.
     *
     * @param id unique name, lower case words joined by hyphens
     * @param system the id of the editing system it is for
     * @param title what people call it
     * @param version of the weights
     * @param license under which the weights may be used
     * @param source who made them
     */
    public record Label(
            String id,
            String system,
            String title,
            String version,
            String license,
            String source) {}

    /**
     * Writes {@code pack.json} last and at once, so that nobody ever reads half a pack.
     *
     * @param folder where the files already lie
     * @param files name of the file of each role, such as rig → rig.safetensors
     * @param sections all further entries, such as {@code network} and {@code diffusion}
     * @return the pack as it will be read
     */
    public static ModelPack write(
            Path folder, Label label, Map<String, String> files, ObjectNode sections) {
        return write(folder, label, files, Map.of(), sections);
    }

    /**
     * The same of files that hold more than their network.
     *
     * @param within what stands before the network's names in the file of a role, where anything
     *     does
     */
    public static ModelPack write(
            Path folder,
            Label label,
            Map<String, String> files,
            Map<String, String> within,
            ObjectNode sections) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode d = json.createObjectNode();
        d.put("format", ModelPack.FORMAT)
                .put("id", label.id())
                .put("system", label.system())
                .put("title", label.title())
                .put("version", label.version())
                .put("license", label.license())
                .put("source", label.source());
        ObjectNode list = d.putObject("files");
        new TreeMap<>(files)
                .forEach(
                        (role, name) -> {
                            String before = within.getOrDefault(role, "");
                            PackFile file = PackFile.of(folder, name, before);
                            ObjectNode entry =
                                    list.putObject(role)
                                            .put("path", file.path())
                                            .put("bytes", file.bytes())
                                            .put("sha256", file.sha256());
                            if (!before.isEmpty()) {
                                entry.put("within", before);
                            }
                        });
        d.setAll(sections);
        Path description = folder.resolve(ModelPack.DESCRIPTION);
        try {
            byte[] text = (d.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
            WholeFile.replace(description, Until.ON_DISK, text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be written (%s); check the folder and the free space."
                            .formatted(description, e.getMessage()),
                    e);
        }
        return ModelPack.read(folder);
    }
}
