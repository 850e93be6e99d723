package mien.engine.edit;

import ai.djl.ndarray.NDManager;
import mien.engine.checkpoint.CheckpointFile;
import mien.engine.checkpoint.StoredTensors;

/**
 * The tensors of one network of a pack, in a file of any kind: safetensors as ours are, or one as
 * its authors published it.
 *
 * @param file open, for as long as tensors are read
 * @param tensors under the network's own names
 */
public record PackTensors(CheckpointFile file, StoredTensors tensors) implements AutoCloseable {

    /**
     * Opens the file of a role.
     *
     * @param manager what will own the arrays
     * @throws EditException if the pack has no such file
     * @throws mien.engine.checkpoint.CheckpointException if it is damaged
     */
    public static PackTensors open(Pack pack, String role, NDManager manager) {
        return open(pack, role, manager, () -> {});
    }

    /**
     * The same, which can be ended.
     *
     * @param checkCancelled called now and then; what it throws ends the opening
     */
    public static PackTensors open(
            Pack pack, String role, NDManager manager, Runnable checkCancelled) {
        CheckpointFile file = CheckpointFile.open(pack.file(role, checkCancelled), manager);
        return new PackTensors(file, file.section(pack.within(role)));
    }

    /** Closes the file; arrays read from it stay. */
    @Override
    public void close() {
        file.close();
    }
}
