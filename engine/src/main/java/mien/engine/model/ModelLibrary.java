package mien.engine.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mien.engine.edit.EditException;

/**
 * The installed packs, as they were when the folders were read.
 *
 * @param folders where was looked, the most important first
 * @param packs what was found, in that order, then by folder name
 * @param problems one clear sentence for each pack that cannot be used
 */
public record ModelLibrary(List<Path> folders, List<ModelPack> packs, List<String> problems) {

    private static final int DEPTH = 4; // models/demo/relight/pack.json, and one more

    public ModelLibrary {
        folders = List.copyOf(folders);
        packs = List.copyOf(packs);
        problems = List.copyOf(problems);
    }

    /** The person's own models, then the bundled ones (see the guide for the folders). */
    public static ModelLibrary standard() {
        return of(ModelFolders.standard());
    }

    /** The packs below some folders; a folder that is not there holds none. */
    public static ModelLibrary of(List<Path> folders) {
        List<ModelPack> packs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            for (Path description : descriptions(folder)) {
                try {
                    ModelPack pack = ModelPack.read(description.getParent());
                    if (packs.stream().anyMatch(p -> p.id().equals(pack.id()))) {
                        problems.add(
                                "%s is left out: another pack of the name '%s' comes before it."
                                        .formatted(pack.folder(), pack.id()));
                    } else {
                        packs.add(pack);
                    }
                } catch (EditException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        return new ModelLibrary(folders, packs, problems);
    }

    /** The same folders as they are now. */
    public ModelLibrary refreshed() {
        return of(folders);
    }

    /**
     * A name that can be used and is not taken.
     *
     * @throws EditException if it is no plain name, or taken
     */
    public String free(String wanted) {
        String id = PackId.checked(wanted);
        Path folder = home().resolve(id);
        boolean taken =
                described(id).isPresent() || Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (taken) {
            throw new EditException(
                    "A model '%s' is installed already: remove it with 'studio models remove %s', or import this one with --as and another name."
                            .formatted(id, id));
        }
        return id;
    }

    /** The folder that models are imported to: the most important one. */
    public Path home() {
        return folders.isEmpty() ? userFolder() : folders.get(0);
    }

    /** The folder that installed models go to. */
    public static Path userFolder() {
        return ModelFolders.userData().resolve("models");
    }

    public Optional<ModelPack> pack(String id) {
        return packs.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /**
     * The pack of a name as its description tells, even where its files are missing or damaged; for
     * {@code models verify} and {@code models remove}.
     */
    public Optional<ModelPack> described(String id) {
        for (Path folder : folders) {
            for (Path description : descriptions(folder)) {
                try {
                    ModelPack pack = PackDescription.read(description.getParent());
                    if (pack.id().equals(id)) {
                        return Optional.of(pack);
                    }
                } catch (EditException e) {
                    // A description that cannot be read has no name; problems() tells of it.
                }
            }
        }
        return Optional.empty();
    }

    /**
     * {@link #described}, where it has to be there.
     *
     * @throws EditException if it is not
     */
    public ModelPack installed(String id) {
        return described(id)
                .orElseThrow(
                        () ->
                                new EditException(
                                        "No model '%s' is installed: 'studio models list' lists those that are."
                                                .formatted(id)));
    }

    /** The first installed pack that holds a published checkpoint. */
    public Optional<ModelPack> holding(String checkpoint) {
        return packs.stream()
                .filter(
                        pack ->
                                pack.published().values().stream()
                                        .anyMatch(part -> part.checkpoint().equals(checkpoint)))
                .findFirst();
    }

    /** The pack a system uses when none is named. */
    public Optional<ModelPack> preferred(String system) {
        return packs.stream()
                .filter(p -> p.system().equals(system) && p.published().isEmpty())
                .findFirst();
    }

    /**
     * The pack to use.
     *
     * @param named the id the person gave, or empty for the preferred one
     * @throws EditException if it is not installed, cannot be used, or is for another system
     */
    public ModelPack choose(String system, Optional<String> named) {
        if (named.isEmpty()) {
            return preferred(system).orElseThrow(() -> new EditException(none(system)));
        }
        ModelPack pack =
                pack(named.get()).orElseThrow(() -> new EditException(unknown(named.get())));
        if (!pack.system().equals(system)) {
            throw new EditException(
                    "The model '%s' is for %s, not for %s: choose another with --model."
                            .formatted(pack.id(), pack.system(), system));
        }
        if (!pack.published().isEmpty()) {
            throw new EditException(
                    "The model '%s' is a published part, not a whole model for %s: choose another with --model."
                            .formatted(pack.id(), system));
        }
        return pack;
    }

    /**
     * A network that was imported by itself.
     *
     * @throws EditException if it is not installed, or is a whole model
     */
    public ModelPack part(String id) {
        ModelPack pack = pack(id).orElseThrow(() -> new EditException(unknown(id)));
        if (pack.published().isEmpty()) {
            throw new EditException(
                    "The model '%s' is whole already: name networks that were imported by themselves."
                            .formatted(id));
        }
        return pack;
    }

    private String none(String system) {
        return problems.isEmpty()
                ? "No model for %s is installed in %s: put its pack there."
                        .formatted(system, places())
                : "No model for %s can be used: %s".formatted(system, problems.get(0));
    }

    private String unknown(String id) {
        List<String> known = packs.stream().map(ModelPack::id).toList();
        return "No model '%s' is installed: %s."
                .formatted(
                        id,
                        known.isEmpty()
                                ? "there is none at all"
                                : "choose one of " + String.join(", ", known));
    }

    private String places() {
        return folders.isEmpty()
                ? "any folder"
                : String.join(" or ", folders.stream().map(Path::toString).toList());
    }

    private static List<Path> descriptions(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(f -> f.endsWith(ModelPack.DESCRIPTION))
                    .filter(f -> !unfinished(folder.relativize(f)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the models in " + folder, e);
        }
    }

    /** Imports write to folders whose names begin with a dot until they are complete. */
    private static boolean unfinished(Path inFolder) {
        for (Path name : inFolder) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
