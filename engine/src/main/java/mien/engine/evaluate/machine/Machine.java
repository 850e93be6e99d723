package mien.engine.evaluate.machine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import java.util.Optional;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/**
 * What the loaded library makes of this machine.
 *
 * @param device {@code cpu} or {@code cuda}: what {@code auto} means here
 * @param threads that one operator of the library may use on the processor
 * @param precision {@code float32} or {@code bfloat16}: what {@code auto} means here
 * @param reason why it is that precision
 * @param pytorch version of the library
 * @param djl version of what calls it
 * @param library the folder it was loaded from
 * @param cuda whether the library can use a graphics processor
 * @param notice what to say, loudly, when a graphics processor lies idle
 */
public record Machine(
        String device,
        int threads,
        String precision,
        String reason,
        String pytorch,
        String djl,
        String library,
        boolean cuda,
        Optional<String> notice) {

    /** Loads the library, if it is not loaded yet, and asks it. */
    public static Machine inspected() {
        Engine engine = Engine.getEngine("PyTorch");
        Device best = Devices.best();
        return new Machine(
                label(best),
                JniUtils.getNumThreads(),
                Precision.AUTO.on(best).label(),
                Precision.AUTO.reason(best),
                engine.getVersion(),
                Engine.getDjlVersion(),
                LibUtils.getLibtorchPath(),
                engine.getGpuCount() > 0,
                Devices.idleGpu());
    }

    /** What a device is called in figures: {@code cpu} or {@code cuda}. */
    public static String label(Device device) {
        return device.isGpu() ? "cuda" : "cpu";
    }

    /** The label of a device as a person named it: {@code auto}, {@code cpu}, {@code cuda}. */
    public static String deviceOf(String name) {
        return label(Devices.named(name));
    }
}
