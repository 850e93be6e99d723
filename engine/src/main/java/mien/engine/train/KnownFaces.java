package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import mien.engine.checkpoint.Safetensors;
import mien.engine.checkpoint.Weights;
import mien.engine.face.ImageNet;
import mien.engine.net.ArcFace;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/** A finished identity network that helps another network to learn and does not learn itself. */
final class KnownFaces implements AutoCloseable {

    private final NDManager manager;
    private final ArcFace net;
    private final int side;

    KnownFaces(SwapLearner.Recogniser r) {
        manager = NDManager.newBaseManager(Devices.best(), "PyTorch");
        side = r.network().side();
        try (Safetensors file = Safetensors.open(Path.of(r.file()), manager)) {
            Weights weights = Weights.of(file, Precision.FLOAT32);
            net = new ArcFace(weights, r.network(), Statistics.RUNNING);
            weights.report().require(r.file());
        }
    }

    /**
     * Unit identity vectors; gradients by the pictures flow while a collector is open.
     *
     * @param x [N, 3, S, S] in [−1, 1]
     * @return [N, D]
     */
    NDArray vectors(NDArray x) {
        NDArray near = ImageNet.standardised(Aten.nearest(x, side, side));
        return ArcMargin.unit(net.forwardLearning(near));
    }

    @Override
    public void close() {
        manager.close();
    }
}
