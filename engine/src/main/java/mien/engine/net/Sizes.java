package mien.engine.net;

import ai.djl.ndarray.types.Shape;
import java.util.Map;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.StoredTensors;
import mien.engine.checkpoint.TensorHeader;

/**
 * Reads a network's sizes off the names and shapes of its tensors, where the file does not state
 * them. Whether every tensor fits is for strict loading to say.
 *
 * @param network what the file is taken for, for the sentence
 */
record Sizes(String network, Map<String, TensorHeader> tensors) {

    static Sizes of(String network, StoredTensors file) {
        return new Sizes(network, file.tensors());
    }

    /**
     * The length of a tensor along an axis.
     *
     * @throws CheckpointException if there is no such tensor, or it has no such axis
     */
    int axis(String name, int axis) {
        TensorHeader found = tensors.get(name);
        if (found == null || found.shape().dimension() <= axis) {
            throw new CheckpointException(
                    "these weights are no %s: '%s' is %s; choose another file."
                            .formatted(
                                    network,
                                    name,
                                    found == null ? "missing" : "of shape " + found.shape()));
        }
        Shape shape = found.shape();
        return Math.toIntExact(shape.get(axis));
    }

    /** Whether any tensor's name begins so. */
    boolean has(String prefix) {
        return tensors.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /** How many of {@code prefix.0}, {@code prefix.1}, … there are. */
    int count(String prefix) {
        int n = 0;
        while (has(prefix + "." + n + ".")) {
            n++;
        }
        return n;
    }
}
