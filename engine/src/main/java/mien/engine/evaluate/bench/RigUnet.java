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

/** One evaluation of DiffusionRig's published U-Net at 256², batch 1, synthetic weights. */
final class RigUnet implements Benchmark {

    private static final int SIDE = 256;
    private static final double TIMESTEP = 500;
    private static final int WARM_UP = 3;
    private static final int RUNS = 10;

    @Override
    public String name() {
        return "unet.diffusionrig.256";
    }

    @Override
    public List<String> precisions() {
        return List.of("float32", "bfloat16");
    }

    @Override
    public Measurement measure(String precision) {
        AdmConfig config = AdmConfig.diffusionRig256();
        Machine machine = Machine.inspected();
        try (NDManager manager = NDManager.newBaseManager(Devices.best(), "PyTorch")) {
            Weights weights = Weights.of(GivenAway.by(manager), Precision.named(precision));
            AdmUnet unet = new AdmUnet(weights, config);
            NoiseSource noise = new NoiseSource(0);
            NDArray x = noise.normal(manager, new Shape(1, config.inChannels(), SIDE, SIDE));
            NDArray z = noise.normal(manager, new Shape(1, config.latentWidth()));
            Runnable forward =
                    () -> {
                        try (NDArray eps =
                                unet.forward(
                                        x, new double[] {TIMESTEP}, AdmUnet.Conditions.latent(z))) {
                            eps.toFloatArray(); // waits for devices that work in the background
                        }
                    };
            return new Taking(name(), precision, machine.device(), machine.threads())
                    .of(() -> Times.measured(WARM_UP, RUNS, forward));
        }
    }
}
