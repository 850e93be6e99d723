package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;

/** How far two features are from one another, number by number. */
public enum Distance {
    /** |a − b|: the program's. */
    ABSOLUTE {
        @Override
        NDArray of(NDArray a, NDArray b) {
            return a.sub(b).abs();
        }
    },
    /** (a − b)²: the paper's. */
    SQUARED {
        @Override
        NDArray of(NDArray a, NDArray b) {
            return a.sub(b).square();
        }
    };

    /** Shaped like a, differentiable with respect to a. */
    abstract NDArray of(NDArray a, NDArray b);
}
