package mien.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file of named tensors in the safetensors format and no other, checked whole when it is opened
 * and read one tensor at a time, so that files may be larger than memory. A tensor of real numbers
 * comes as float32 whatever it is stored in; each is made anew and belongs to who asked.
 *
 * <p>{@link SafetensorsWriter} writes such files; {@link CheckpointFile} reads them among others.
 */
public final class Safetensors implements StoredTensors, AutoCloseable {

    private final CheckpointFile file;

    private Safetensors(CheckpointFile file) {
        this.file = file;
    }

    /**
     * Opens a file and checks all of its header.
     *
     * @param manager what will own the arrays
     * @throws CheckpointException when the file is absent or malformed
     */
    public static Safetensors open(Path file, NDManager manager) {
        return new Safetensors(CheckpointFile.open(file, Container.SAFETENSORS, manager));
    }

    /** The writer's free texts. */
    public Map<String, String> metadata() {
        return file.metadata();
    }

    @Override
    public NDManager manager() {
        return file.manager();
    }

    @Override
    public Map<String, TensorHeader> tensors() {
        return file.tensors();
    }

    /** The shape of a stored tensor. */
    public Optional<Shape> shape(String name) {
        return Optional.ofNullable(tensors().get(name)).map(TensorHeader::shape);
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        return file.tensor(name, shape);
    }

    /** Closes the file; arrays read from it stay. */
    @Override
    public void close() {
        file.close();
    }
}
