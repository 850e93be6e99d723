package mien.engine.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.edit.EditException;
import mien.engine.model.ImportPlan.Item;
import mien.engine.model.known.KnownCheckpoint;
import mien.engine.model.known.KnownCheckpoints;

/**
 * Takes published checkpoints into the library: recognise, check strictly, then copy or link.
 *
 * @param library where they go; its first folder is written to
 * @param known what is recognised
 */
public record ModelImport(ModelLibrary library, KnownCheckpoints known) {

    /**
     * What a file, or a Stable Diffusion folder, will be installed as. Every tensor is there in its
     * shape, and some were read and are finite.
     *
     * @param said name of the checkpoint that the person says it is
     * @throws EditException if it is unknown or broken
     * @throws CheckpointException if it is absent or cannot be read
     */
    public ImportPlan plan(Path file, Optional<String> said) {
        if (Files.isDirectory(file)) {
            if (said.isPresent()) {
                throw new EditException(
                        "--known is for files, but %s is a folder: import its files one by one."
                                .formatted(file));
            }
            return checked(FolderModel.plan(file, known));
        }
        Optional<KnownCheckpoint> checkpoint = said.map(this::named);
        Inspected inspected = Inspected.of(file, known, checkpoint);
        return checked(ImportPlan.of(inspected, inspected.recognised(said.isPresent())));
    }

    private KnownCheckpoint named(String id) {
        return known.named(id)
                .orElseThrow(
                        () ->
                                new EditException(
                                        "Mien knows no checkpoint '%s': 'studio models list --known' lists those it knows."
                                                .formatted(id)));
    }

    private static ImportPlan checked(ImportPlan plan) {
        for (Item item : plan.items()) {
            item.network().ifPresent(network -> SampleCheck.finite(item.file(), network));
        }
        return plan;
    }

    /**
     * The name the pack will have.
     *
     * @param asked what the person wants to call it; else the plan's own name
     * @throws EditException if that is no plain name, or taken
     */
    public String id(ImportPlan plan, Optional<String> asked) {
        return library.free(asked.orElse(plan.id()));
    }

    /**
     * Installs what was planned.
     *
     * @param id from {@link #id}
     * @param link whether the files stay where they are and the pack only points to them
     * @throws EditException if the folder cannot be written to, or the disk is full
     */
    public ModelPack install(ImportPlan plan, String id, boolean link, CopyWatcher watcher) {
        Installation.Told told = Installation.Told.of(plan, PackId.checked(id), link);
        return new Installation(library.home(), plan.items(), told, link, watcher).install();
    }
}
