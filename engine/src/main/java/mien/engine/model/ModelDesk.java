package mien.engine.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.model.known.KnownCheckpoint;
import mien.engine.model.known.KnownCheckpoints;

/**
 * Everything that is done with models, for a window that sees no tensor: what is installed, what
 * could be, what a file is, installing, verifying, removing. All methods may take their time and
 * come from any thread; failures are sentences for people.
 */
public final class ModelDesk {

    private final Supplier<ModelLibrary> reread;
    private Optional<KnownCheckpoints> tables = Optional.empty(); // read when first needed

    /**
     * @param reread the library as it is now
     */
    public ModelDesk(Supplier<ModelLibrary> reread) {
        this.reread = reread;
    }

    private synchronized KnownCheckpoints known() {
        tables = tables.or(() -> Optional.of(KnownCheckpoints.standard()));
        return tables.get();
    }

    /** The installed models as they are now. */
    public ModelLibrary library() {
        return reread.get();
    }

    /** Every checkpoint that Mien knows, in the order of the systems. */
    public List<Checkpoint> checkpoints() {
        return known().all().stream().map(Checkpoint::of).toList();
    }

    /**
     * What a file is, told from its headers; a folder of Stable Diffusion is told from the networks
     * in it.
     *
     * @param said name of the checkpoint that the person says it is
     * @throws EditException if it cannot be read, or is no file of weights
     */
    public Finding look(Path file, Optional<String> said) {
        try {
            if (Files.isDirectory(file)) {
                ImportPlan plan = new ModelImport(library(), known()).plan(file, said);
                return folder(file, plan, said);
            }
            Optional<KnownCheckpoint> meant =
                    said.map(id -> known().named(id).orElseThrow(() -> noSuch(id)));
            return Finding.of(Inspected.of(file, known(), meant), said);
        } catch (CheckpointException e) {
            throw new EditException(e.getMessage(), e);
        }
    }

    private static Finding folder(Path folder, ImportPlan plan, Optional<String> said) {
        long bytes = plan.items().stream().mapToLong(item -> item.file().toFile().length()).sum();
        return new Finding(
                folder,
                bytes,
                "Stable Diffusion",
                0,
                said,
                Finding.Verdict.RECOGNISED,
                plan.title() + ".",
                Optional.of(Checkpoint.of(plan.main())),
                List.of(),
                List.of(),
                List.of());
    }

    private static EditException noSuch(String id) {
        return new EditException(
                "Mien knows no checkpoint '%s': choose one of those it knows.".formatted(id));
    }

    /** The name a file will have when the person gives none: that of its checkpoint, made free. */
    public String proposedName(Finding finding) {
        String name = finding.checkpoint().map(Checkpoint::id).orElse("model");
        ModelLibrary now = library();
        String free = name;
        for (int n = 2; now.described(free).isPresent(); n++) {
            free = name + "-" + n;
        }
        return free;
    }

    /**
     * Checks a file strictly and installs it, complete or not at all.
     *
     * @param name what to call it: small letters, digits, single hyphens
     * @param link whether the file stays where it is and the pack only points to it
     * @throws EditException if it is unknown or broken, the name is taken, the disk is full, …
     * @throws Cancelled if the watcher ended it
     */
    public ModelPack install(Finding finding, String name, boolean link, CopyWatcher watcher) {
        try {
            ModelImport imports = new ModelImport(library(), known());
            String id = imports.library().free(name);
            ImportPlan plan = imports.plan(finding.file(), finding.said());
            watcher.copied(0, Math.max(1, finding.bytes())); // the check was the first cancel point
            return imports.install(plan, id, link, watcher);
        } catch (CheckpointException e) {
            throw new EditException(e.getMessage(), e);
        }
    }

    /**
     * Compares a model's files with what was installed, byte by byte.
     *
     * @throws EditException if one was changed, damaged or is missing
     */
    public void verify(String id) {
        library()
                .described(id)
                .orElseThrow(
                        () ->
                                new EditException(
                                        "No model '%s' is installed: choose one of those that are."
                                                .formatted(id)))
                .verify();
    }

    /**
     * How many bytes the disk gets back when a model goes.
     *
     * @throws EditException if it is not installed, or came with Mien
     */
    public long frees(String id) {
        return ModelRemoval.of(library(), id).frees();
    }

    /**
     * Removes a model; a file that was only linked stays where it is.
     *
     * @return what else lies in its folder and therefore stays; often nothing
     * @throws EditException if it is not installed, came with Mien, or cannot be deleted
     */
    public List<Path> remove(String id) {
        return ModelRemoval.of(library(), id).remove();
    }
}
