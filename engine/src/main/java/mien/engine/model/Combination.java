package mien.engine.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mien.engine.model.ImportPlan.Item;

/**
 * One whole model of networks that were imported one by one.
 *
 * @param home the folder that gets it
 * @param system the id of the editing system it is for
 * @param parts by their roles in the model; the first one gives it its title
 * @param sections of its description
 */
public record Combination(Path home, String system, Map<String, Part> parts, ObjectNode sections) {

    public Combination {
        parts = new LinkedHashMap<>(parts);
    }

    /**
     * @param pack that was imported
     * @param file of it
     * @param within what stands before the network's names in the file, without the last dot
     */
    public record Part(ModelPack pack, Path file, String within) {}

    /**
     * Installs it; the parts stay.
     *
     * @param id a free name
     * @param link whether it only points to the parts' files
     * @throws mien.engine.edit.EditException if the folder cannot be written to, or is full
     */
    public ModelPack install(String id, boolean link, CopyWatcher watcher) {
        List<Item> items = new ArrayList<>();
        Map<String, String> within = new LinkedHashMap<>();
        parts.forEach(
                (role, part) -> {
                    String name = role + "-" + part.file.getFileName();
                    items.add(new Item(role, part.file, name, Optional.empty()));
                    within.put(role, part.within);
                });
        PackWriter.Label label =
                new PackWriter.Label(
                        id,
                        system,
                        parts.values().iterator().next().pack.title(),
                        Installation.VERSION,
                        all(ModelPack::license),
                        all(ModelPack::source));
        return new Installation(
                        home, items, new Installation.Told(label, within, sections), link, watcher)
                .install();
    }

    private String all(Function<ModelPack, String> of) {
        return parts.values().stream()
                .map(part -> of.apply(part.pack))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
