package mien.engine.checkpoint;

import ai.djl.ndarray.types.Shape;
import mien.engine.checkpoint.storage.StoredType;

/**
 * What a file says about a tensor.
 *
 * @param type what its elements are stored as; real numbers are loaded as float32
 */
public record TensorHeader(StoredType type, Shape shape) {

    @Override
    public String toString() {
        return type + " " + shape;
    }
}
