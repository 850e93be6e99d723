package mien.engine.evaluate.machine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mien.engine.edit.EditException;
import mien.engine.tensor.Devices;

/**
 * A small run with another library, in a process of its own: a library that does not fit may end
 * the process that loads it.
 */
public final class GpuTrial {

    private static final int DONE = 0;
    private static final int WRONG = 4;
    private static final int SIDE = 256;
    private static final long PATIENCE_SECONDS = 120;
    private static final String BUNDLED = "pytorch-native-cpu";

    private GpuTrial() {}

    /**
     * The child's part: multiplies two matrices and writes one line to a file.
     *
     * @param args the file, then the device: {@code cuda} or {@code cpu}
     */
    public static void main(String[] args) throws IOException {
        Path answer = Path.of(args[0]);
        try {
            Files.writeString(answer, tried(args[1]));
        } catch (RuntimeException | Error e) {
            Files.writeString(
                    answer, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            Runtime.getRuntime().halt(WRONG);
        }
        Runtime.getRuntime().halt(DONE);
    }

    private static String tried(String name) {
        Device device = Devices.named(name);
        Engine engine = Engine.getEngine("PyTorch");
        try (NDManager manager = NDManager.newBaseManager(device, engine.getEngineName())) {
            NDArray a = manager.ones(new Shape(SIDE, SIDE));
            float product = a.matMul(a).getFloat(SIDE - 1, SIDE - 1);
            if (product != SIDE) {
                throw new IllegalStateException("it multiplies wrongly: " + product);
            }
            return "PyTorch from %s on %s".formatted(LibUtils.getLibtorchPath(), device);
        }
    }

    /**
     * Runs it.
     *
     * @return one line that says what ran where
     * @throws EditException if the library cannot be loaded, finds no GPU, or calculates wrongly
     */
    public static String run(Libtorch library) {
        return run(library, "cuda");
    }

    static String run(Libtorch library, String device) {
        try {
            Path answer = Files.createTempFile("mien-gpu", ".txt");
            try {
                return run(library, device, answer);
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            throw new EditException(
                    "Another process could not be started to try %s (%s)."
                            .formatted(library.folder(), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EditException("The trial of %s was ended.".formatted(library.folder()), e);
        }
    }

    private static String run(Libtorch library, String device, Path answer)
            throws IOException, InterruptedException {
        makeRoomForCaller(library);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-Dai.djl.offline=true",
                                        "-DOPT_OUT_TRACKING=true",
                                        GpuTrial.class.getName(),
                                        answer.toString(),
                                        device))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLASSPATH", withoutBundled());
        builder.environment().putAll(library.environment());
        Process child = builder.start();
        try {
            if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new EditException(
                        "%s did not answer in %d seconds, so it is not used: close what else uses the GPU and try again."
                                .formatted(library.folder(), PATIENCE_SECONDS));
            }
        } finally {
            child.destroyForcibly();
        }
        String said = Files.readString(answer);
        if (child.exitValue() != DONE) {
            throw new EditException(
                    "A small run with %s failed (%s), so it is not used: check the GPU's driver with nvidia-smi."
                            .formatted(
                                    library.folder(),
                                    said.isBlank() ? "code " + child.exitValue() : said));
        }
        return said;
    }

    /** What calls the library is unpacked to a folder of its own, which it does not make. */
    private static void makeRoomForCaller(Libtorch library) throws IOException {
        Files.createDirectories(callerFolder(library));
    }

    static Path callerFolder(Libtorch library) {
        String flavor = library.environment().get("PYTORCH_FLAVOR");
        return Utils.getEngineCacheDir("pytorch")
                .resolve(Libtorch.CALLER + "-" + flavor + "-" + LibtorchDownload.platform());
    }

    /** The class path as the launcher makes it: with the bundled library nothing else is seen. */
    private static String withoutBundled() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(BUNDLED))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
