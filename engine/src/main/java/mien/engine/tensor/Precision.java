package mien.engine.tensor;

import ai.djl.Device;
import java.util.Locale;

/**
 * The arithmetic a network runs in. {@code FLOAT32} is the reference; {@code AUTO} is the default.
 */
public enum Precision {
    AUTO,
    FLOAT32,
    BFLOAT16,
    FLOAT16;

    /** The type of the activations and of the weights that multiply them. */
    public ScalarType type() {
        return switch (this) {
            case FLOAT32 -> ScalarType.FLOAT32;
            case BFLOAT16 -> ScalarType.BFLOAT16;
            case FLOAT16 -> ScalarType.FLOAT16;
            case AUTO -> throw new IllegalStateException("auto is chosen by the device first");
        };
    }

    /** The precision of a name as users write it, in any case. */
    public static Precision named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--precision "
                            + name
                            + " is not known: use auto, float32, bfloat16 or float16.");
        }
    }

    /**
     * What {@code AUTO} means on a device: float16 on GPUs, bfloat16 on processors that multiply it
     * in hardware, else float32.
     */
    public Precision on(Device device) {
        if (this != AUTO) {
            return this;
        }
        if (device.isGpu()) {
            return FLOAT16;
        }
        return Devices.cpuHasBfloat16() ? BFLOAT16 : FLOAT32;
    }

    /** Why {@link #on} chose what it chose, for people. */
    public String reason(Device device) {
        if (this != AUTO) {
            return "asked for";
        }
        if (device.isGpu()) {
            return "the GPU multiplies float16 in hardware";
        }
        return Devices.cpuHasBfloat16()
                ? "the processor multiplies bfloat16 in hardware"
                : "no bfloat16 hardware was found";
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
