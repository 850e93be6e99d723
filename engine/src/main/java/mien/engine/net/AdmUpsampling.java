package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.nn.Convolution3;
import mien.engine.nn.Traced;

/** Every pixel doubled in both directions, then a 3×3 convolution. */
record AdmUpsampling(Convolution3 conv) implements AdmCell {

    @Override
    public NDArray forward(NDArray x, AdmCondition e) {
        NDArray doubled = AdmSide.DOUBLED.forward(x);
        return e.pass().keeps() ? conv.forwardLearning(doubled) : conv.forward(doubled);
    }

    @Override
    public Traced trace(NDArray x, AdmCondition e) {
        try (NDArray doubled = AdmSide.DOUBLED.forward(x)) {
            return new Traced(conv.forward(doubled), g -> AdmSide.DOUBLED.back(conv.back(g)));
        }
    }
}
