package mien.engine.nn;

import ai.djl.ndarray.NDArray;

/** A function of one array. */
@FunctionalInterface
public interface Layer {

    NDArray forward(NDArray x);

    /** This layer, then the next. */
    default Layer then(Layer next) {
        return x -> next.forward(forward(x));
    }
}
