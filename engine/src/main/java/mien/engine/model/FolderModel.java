package mien.engine.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mien.engine.edit.EditException;
import mien.engine.model.ImportPlan.Item;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.KnownCheckpoint;
import mien.engine.model.known.KnownCheckpoints;

/**
 * Stable Diffusion as a folder: one sub-folder a network, and small files that say how to use them.
 * Its layout is kept in the pack.
 */
final class FolderModel {

    private static final List<String> NETWORKS = List.of("unet", "vae", "text_encoder");

    /** The small files; {@code prediction_type} stands in the scheduler's. */
    private static final List<String> SETTINGS =
            List.of(
                    "model_index.json",
                    "scheduler/scheduler_config.json",
                    "unet/config.json",
                    "vae/config.json",
                    "text_encoder/config.json",
                    "tokenizer/vocab.json",
                    "tokenizer/merges.txt",
                    "tokenizer/tokenizer_config.json",
                    "tokenizer/special_tokens_map.json");

    private FolderModel() {}

    /**
     * Checks every network of a folder.
     *
     * @throws EditException if one is absent, broken, or of another model than the others
     */
    static ImportPlan plan(Path folder, KnownCheckpoints known) {
        List<Item> items = new ArrayList<>();
        for (String network : NETWORKS) {
            Path file = weights(folder, network);
            Recognised found = Inspected.of(file, known).recognised(false);
            items.add(item(folder, file, found.known().role(), Optional.of(found)));
        }
        KnownCheckpoint unet = network(items, "unet", folder);
        KnownCheckpoint text = network(items, "text", folder);
        network(items, "vae", folder);
        String family = unet.id().split("-")[0]; // sd15 or sd21
        if (!text.id().endsWith(family)) {
            throw new EditException(
                    "%s mixes two models: its U-Net is %s, its text encoder %s; get the folder again from %s."
                            .formatted(folder, unet.title(), text.title(), unet.page()));
        }
        for (String setting : SETTINGS) {
            Path file = folder.resolve(setting);
            if (Files.isRegularFile(file)) {
                items.add(item(folder, file, setting, Optional.empty()));
            }
        }
        String title = "Stable Diffusion " + (family.equals("sd15") ? "1.x" : "2.x") + ", a folder";
        return new ImportPlan(family + "-folder", title, unet, items);
    }

    private static Item item(Path folder, Path file, String role, Optional<Recognised> network) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return new Item(role, file, path, network);
    }

    private static KnownCheckpoint network(List<Item> items, String role, Path folder) {
        return items.stream()
                .filter(i -> i.role().equals(role))
                .flatMap(i -> i.network().stream())
                .map(Recognised::known)
                .findFirst()
                .orElseThrow(
                        () ->
                                new EditException(
                                        "%s holds another network where its %s should be: get the folder again."
                                                .formatted(folder, role)));
    }

    /** Of several files the safe format first, then full precision. */
    private static Path weights(Path folder, String network) {
        Path in = folder.resolve(network);
        if (!Files.isDirectory(in)) {
            throw new EditException(
                    "%s is a folder without '%s': choose a file of weights, or a Stable Diffusion folder with %s."
                            .formatted(folder, network, String.join(", ", NETWORKS)));
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(f -> ending(f, ".safetensors") || ending(f, ".bin"))
                    .min(
                            Comparator.comparing((Path f) -> !ending(f, ".safetensors"))
                                    .thenComparing(f -> f.getFileName().toString().length()))
                    .orElseThrow(
                            () ->
                                    new EditException(
                                            "%s holds no .safetensors and no .bin: get the folder again."
                                                    .formatted(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(in + " cannot be read: check its permissions.", e);
        }
    }

    private static boolean ending(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
