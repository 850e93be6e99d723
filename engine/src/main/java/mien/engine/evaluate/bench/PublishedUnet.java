package mien.engine.evaluate.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import mien.engine.checkpoint.Weights;
import mien.engine.evaluate.machine.Machine;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;

/**
 * One evaluation of a published U-Net at 256², batch 1, synthetic weights.
 *
 * @param name of the benchmark
 * @param config the network
 */
record PublishedUnet(String name, AdmConfig config) implements Benchmark {

    private static final int SIDE = 256;
    private static final double TIMESTEP = 500;
    private static final int WARM_UP = 3;
    private static final int RUNS = 10;

    @Override
    public List<String> precisions() {
        return List.of("float32", "bfloat16");
    }

    @Override
    public Measurement measure(String precision) {
        Machine machine = Machine.inspected();
        try (NDManager manager = NDManager.newBaseManager(Devices.best(), "PyTorch")) {
            Weights weights = Weights.of(GivenAway.by(manager), Precision.named(precision));
            AdmUnet unet = new AdmUnet(weights, config);
            NDArray x =
                    new NoiseSource(0)
                            .normal(manager, new Shape(1, config.inChannels(), SIDE, SIDE));
            AdmUnet.Conditions conditions = conditions(manager);
            Runnable forward =
                    () -> {
                        try (NDArray eps = unet.forward(x, new double[] {TIMESTEP}, conditions)) {
                            eps.toFloatArray(); // waits for devices that work in the background
                        }
                    };
            return new Taking(name, precision, machine.device(), machine.threads())
                    .of(() -> Times.measured(WARM_UP, RUNS, forward));
        }
    }

    private AdmUnet.Conditions conditions(NDManager manager) {
        NoiseSource noise = new NoiseSource(1);
        return config.latentWidth() > 0
                ? AdmUnet.Conditions.latent(
                        noise.normal(manager, new Shape(1, config.latentWidth())))
                : AdmUnet.Conditions.identity(
                        noise.normal(manager, new Shape(1, config.identityWidth())));
    }
}
