package mien.engine.tensor;

import ai.djl.Device;
import java.util.Locale;

/**
 * The arithmetic a network runs in. {@code FLOAT32} is the reference; {@code AUTO} is the default.
 */
public enum Precision {
    AUTO,
    FLOAT32,
    BFLOAT16;

    /** The precision of a name as users write it, in any case. */
    public static Precision named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--precision " + name + " is not known: use auto, float32 or bfloat16.");
        }
    }

    /**
     * What {@code AUTO} means on a device: bfloat16 where the hardware multiplies it, else float32.
     */
    public Precision on(Device device) {
        if (this != AUTO) {
            return this;
        }
        return device.isGpu() || Devices.cpuHasBfloat16() ? BFLOAT16 : FLOAT32;
    }

    /** Why {@link #on} chose what it chose, for people. */
    public String reason(Device device) {
        if (this != AUTO) {
            return "asked for";
        }
        if (device.isGpu()) {
            return "the GPU multiplies bfloat16 in hardware";
        }
        return Devices.cpuHasBfloat16()
                ? "the processor multiplies bfloat16 in hardware"
                : "no bfloat16 hardware was found";
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
