package mien.engine.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where tensors live, and whether a graphics processor lies idle. */
public final class Devices {

    private static final Path NVIDIA = Path.of("/proc/driver/nvidia/gpus");
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Devices() {}

    public static Device cpu() {
        return Device.cpu();
    }

    /** The first CUDA device when the loaded library can use one, else the processor. */
    public static Device best() {
        return Engine.getEngine("PyTorch").getGpuCount() > 0 ? Device.gpu(0) : Device.cpu();
    }

    /** The device of a name as users write it: {@code auto}, {@code cpu} or {@code cuda}. */
    public static Device named(String name) {
        return switch (name) {
            case "auto" -> best();
            case "cpu" -> cpu();
            case "cuda", "gpu" -> {
                Device best = best();
                if (!best.isGpu()) {
                    throw new IllegalArgumentException(
                            "--device "
                                    + name
                                    + ": the loaded PyTorch library cannot use a GPU; see 'gpu status'.");
                }
                yield best;
            }
            default ->
                    throw new IllegalArgumentException(
                            "--device " + name + " is not known: use auto, cpu or cuda.");
        };
    }

    /**
     * What to tell the user, loudly, when a GPU is in the machine and the loaded library cannot use
     * it.
     */
    public static Optional<String> idleGpu() {
        int present = nvidiaGpus();
        if (present == 0 || best().isGpu()) {
            return Optional.empty();
        }
        return Optional.of(
                "A GPU is in this machine but the loaded PyTorch library is the CPU build: edits run many times"
                        + " slower than they could. './studio gpu status' says what is missing.");
    }

    /** How many NVIDIA GPUs the driver lists; 0 without a driver. */
    public static int nvidiaGpus() {
        if (!Files.isDirectory(NVIDIA)) {
            return 0;
        }
        try (Stream<Path> gpus = Files.list(NVIDIA)) {
            return (int) gpus.count();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the GPUs in " + NVIDIA, e);
        }
    }

    /**
     * Whether this processor multiplies bfloat16 in hardware, as far as the operating system tells.
     */
    static boolean cpuHasBfloat16() {
        if (!Files.isReadable(CPU_INFO)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .filter(flags -> flags.contains(" avx512_bf16") || flags.contains(" amx_bf16"))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + CPU_INFO, e);
        }
    }
}
