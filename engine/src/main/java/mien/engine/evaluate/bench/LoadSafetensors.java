package mien.engine.evaluate.bench;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Safetensors;
import mien.engine.checkpoint.SafetensorsWriter;
import mien.engine.checkpoint.Weights;
import mien.engine.evaluate.machine.Machine;
import mien.engine.evaluate.machine.SystemCache;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;
import mien.engine.train.FreshTensors;

/**
 * Building a published U-Net, strictly, from a file of its numbers: while the system has the file
 * in its memory, and from the disk; beside the time of reading the file alone.
 *
 * @param name of the benchmark
 * @param config the network
 * @param stored how the file holds its numbers
 * @param precisions in which it is built
 */
record LoadSafetensors(String name, AdmConfig config, ScalarType stored, List<String> precisions)
        implements Benchmark {

    private static final int RUNS = 7;
    private static final int BUFFER = 4 << 20;

    @Override
    public Measurement measure(String asked) {
        Machine machine = Machine.inspected();
        Precision precision = Precision.named(asked.equals("auto") ? machine.precision() : asked);
        Path file = written();
        try {
            Taking taking =
                    new Taking(name, precision.label(), machine.device(), machine.threads());
            Runnable loading = () -> load(file, precision);
            Measurement warm =
                    taking.of(() -> Times.measured(1, RUNS, loading))
                            .with(Figure.READING, Times.measured(1, RUNS, () -> read(file)).p50());
            return SystemCache.forget(file) ? fromDisk(warm, file, loading) : warm;
        } finally {
            delete(file);
        }
    }

    private static Measurement fromDisk(Measurement warm, Path file, Runnable loading) {
        return warm.with(Figure.FROM_DISK, forgetful(file, loading))
                .with(Figure.READING_FROM_DISK, forgetful(file, () -> read(file)));
    }

    private static double forgetful(Path file, Runnable work) {
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            SystemCache.forget(file);
            long start = System.nanoTime();
            work.run();
            times[i] = Times.since(start);
        }
        return Times.of(times).p50();
    }

    private void load(Path path, Precision precision) {
        try (NDManager manager = NDManager.newBaseManager(Devices.best(), "PyTorch");
                Safetensors file = Safetensors.open(path, manager)) {
            Weights weights = Weights.of(file, precision);
            AdmUnet unet = new AdmUnet(weights, config);
            weights.report()
                    .require("The file just written for " + unet.getClass().getSimpleName());
        }
    }

    private static void read(Path path) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try (FileChannel file = FileChannel.open(path)) {
            while (file.read(buffer.clear()) >= 0) { // into the same memory again and again
                buffer.flip();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark's file could not be read", e);
        }
    }

    private Path written() {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            FreshTensors fresh = new FreshTensors(manager, 1);
            AdmUnet unet = new AdmUnet(Weights.of(fresh, Precision.FLOAT32), config);
            Path file = Files.createTempFile("mien-load", ".safetensors");
            file.toFile().deleteOnExit();
            Map<String, String> writer = Map.of("for", unet.getClass().getSimpleName());
            SafetensorsWriter.write(file, fresh.made(), stored, writer);
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
