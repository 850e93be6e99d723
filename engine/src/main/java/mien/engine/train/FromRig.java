package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.Set;
import mien.engine.checkpoint.TensorSource;

/**
 * The tensors of a swap's U-Net in a file of its own or of a rig, whose U-Net reads buffers beside
 * the picture and answers without a variance: of its first convolution the picture's channels are
 * taken, of its last one the answer's, and the variance begins at zero.
 */
record FromRig(TensorSource file) implements TensorSource {

    private static final String PREFIX = "denoisingUNet.";
    private static final Set<String> FITTED =
            Set.of("input_blocks.0.0.weight", "out.2.weight", "out.2.bias");

    @Override
    public NDManager manager() {
        return file.manager();
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        Optional<NDArray> own = file.tensor(name, shape);
        if (own.isPresent()) {
            return own;
        }
        Optional<NDArray> rigs = file.tensor(PREFIX + name, shape);
        return FITTED.contains(name) ? rigs.map(t -> fitted(t, shape)) : rigs;
    }

    /** What both shapes have of a tensor, zeros elsewhere. */
    private static NDArray fitted(NDArray tensor, long... shape) {
        long[] from = tensor.getShape().getShape();
        float[] values = tensor.toFloatArray();
        float[] fitted = new float[(int) new Shape(shape).size()];
        for (int i = 0; i < fitted.length; i++) {
            long left = i;
            long at = 0;
            long stride = 1;
            boolean inside = true;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                long place = left % shape[axis];
                left /= shape[axis];
                inside &= place < from[axis];
                at += place * stride;
                stride *= from[axis];
            }
            fitted[i] = inside ? values[(int) at] : 0;
        }
        return tensor.getManager().create(fitted, new Shape(shape));
    }

    @Override
    public Set<String> names() {
        return file.names();
    }

    @Override
    public boolean givesAway() {
        return file.givesAway();
    }
}
