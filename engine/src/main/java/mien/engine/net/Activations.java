package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;

/** How pictures enter a network and features leave it. */
final class Activations {

    private Activations() {}

    /**
     * A float32 picture in the type and layout of the network: convolutions run fastest
     * channels-last forwards, and in row-major order backwards. The result is always a new array.
     */
    static NDArray enter(NDArray x, Precision precision, boolean learning) {
        if (precision == Precision.FLOAT32) {
            return learning ? Numbers.times(x, 1) : Aten.channelsLast(x);
        }
        NDArray cast = Aten.cast(x, precision.type());
        return learning ? cast : Aten.channelsLast(cast);
    }

    /** Features in float32, row-major: what callers see. */
    static NDArray leave(NDArray h, Precision precision) {
        return Aten.rowMajor(precision == Precision.FLOAT32 ? h : Aten.cast(h, ScalarType.FLOAT32));
    }
}
