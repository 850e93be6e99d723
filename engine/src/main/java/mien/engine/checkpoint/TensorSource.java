package mien.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import java.util.Set;

/** Where weights come from: a file, a running training, a random initialisation. */
public interface TensorSource {

    /** The manager that owns the arrays. */
    NDManager manager();

    /**
     * The tensor of a name, float32 (or the type it is stored in).
     *
     * @param shape what the caller expects; a source that makes tensors makes this shape, a source
     *     that reads them returns what it has
     * @return empty when the source has no such tensor
     */
    Optional<NDArray> tensor(String name, long... shape);

    /**
     * The names the source is known to hold; a source that makes tensors on demand holds none of
     * its own.
     */
    Set<String> names();

    /**
     * Whether each array is made for the one who asks, who may close it. A training's own weights
     * are lent; a file's are given away.
     */
    default boolean givesAway() {
        return false;
    }
}
