package mien.engine.evaluate.bench;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Safetensors;
import mien.engine.checkpoint.SafetensorsWriter;
import mien.engine.checkpoint.Weights;
import mien.engine.evaluate.machine.Machine;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;
import mien.engine.train.FreshTensors;

/**
 * Building DiffusionRig's published U-Net, strictly, from a float16 file of its 133 million
 * numbers.
 */
final class LoadSafetensors implements Benchmark {

    private static final int RUNS = 7;

    @Override
    public String name() {
        return "load.safetensors";
    }

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Measurement measure(String auto) {
        Machine machine = Machine.inspected();
        Precision precision = Precision.named(machine.precision());
        Path file = written();
        try {
            return new Taking(name(), precision.label(), machine.device(), machine.threads())
                    .of(() -> Times.measured(1, RUNS, () -> load(file, precision)));
        } finally {
            delete(file);
        }
    }

    private static void load(Path path, Precision precision) {
        try (NDManager manager = NDManager.newBaseManager(Devices.best(), "PyTorch");
                Safetensors file = Safetensors.open(path, manager)) {
            Weights weights = Weights.of(file, precision);
            AdmUnet unet = new AdmUnet(weights, AdmConfig.diffusionRig256());
            weights.report()
                    .require("The file just written for " + unet.getClass().getSimpleName());
        }
    }

    private static Path written() {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            FreshTensors fresh = new FreshTensors(manager, 1);
            Weights weights = Weights.of(fresh, Precision.FLOAT32);
            AdmUnet unet = new AdmUnet(weights, AdmConfig.diffusionRig256());
            Path file = Files.createTempFile("mien-load", ".safetensors");
            file.toFile().deleteOnExit();
            SafetensorsWriter.write(
                    file,
                    fresh.made(),
                    ScalarType.FLOAT16,
                    Map.of("for", unet.getClass().getSimpleName()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark's file could not be written", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be deleted", e);
        }
    }
}
