package mien.engine;

import ai.djl.Device;
import java.util.Optional;
import mien.engine.edit.EditException;
import mien.engine.edit.RunSettings;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/** How the same edit is made in less memory. */
final class Thrift {

    private static final String CPU = "cpu";

    private Thrift() {}

    /** Half as large numbers first; then the processor's memory instead of the GPU's. */
    static Optional<RunSettings> smaller(RunSettings settings) {
        Device device = device(settings);
        if (Precision.named(settings.precision()).on(device) == Precision.FLOAT32) {
            return Optional.of(settings.withPrecision(Precision.BFLOAT16.label()));
        }
        return device.isGpu() ? Optional.of(settings.withDevice(CPU)) : Optional.empty();
    }

    /** Where an edit runs; one that cannot be had is the processor for once. */
    static Device device(RunSettings settings) {
        try {
            return Devices.named(settings.device());
        } catch (IllegalArgumentException | EditException e) {
            return Device.cpu();
        }
    }
}
