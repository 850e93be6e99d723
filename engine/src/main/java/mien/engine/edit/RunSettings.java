package mien.engine.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mien.engine.tensor.Precision;

/**
 * How an edit is run, as opposed to what it shows.
 *
 * @param seed the noise; the same seed gives the same bytes
 * @param steps how many network evaluations, 2 to 1000; empty: what the model was made for
 * @param sampler its name, such as {@code ddim}; {@code auto}: what the system was made for
 * @param eta how much fresh noise DDIM adds at each step, 0 (none) to 1
 * @param temperature how large all noise is, 0 to 1: the less, the calmer the picture and the fewer
 *     its invented details (Kingma and Dhariwal 2018, section 6); empty: what the model was made
 *     for
 * @param precision {@code auto}, {@code float32}, {@code bfloat16} or {@code float16}
 * @param device {@code auto}, {@code cpu} or {@code cuda}
 * @param model the id of a pack; empty: the installed one
 */
public record RunSettings(
        long seed,
        OptionalInt steps,
        String sampler,
        double eta,
        OptionalDouble temperature,
        String precision,
        String device,
        Optional<String> model) {

    private static final List<String> DEVICES = List.of("auto", "cpu", "cuda", "gpu");

    private static final String AUTO = "auto";

    /** What runs when nothing was chosen. */
    public static final RunSettings DEFAULT =
            new RunSettings(
                    0,
                    OptionalInt.empty(),
                    AUTO,
                    0,
                    OptionalDouble.empty(),
                    AUTO,
                    AUTO,
                    Optional.empty());

    public RunSettings {
        sampler = sampler.toLowerCase(Locale.ROOT);
        precision = precision.toLowerCase(Locale.ROOT);
        device = device.toLowerCase(Locale.ROOT);
        if (steps.isPresent() && (steps.getAsInt() < 2 || steps.getAsInt() > 1000)) {
            throw new EditException(
                    "An edit takes 2 to 1000 steps, but got %d.".formatted(steps.getAsInt()));
        }
        if (!(eta >= 0 && eta <= 1)) {
            throw new EditException("η runs from 0 to 1, but got %s.".formatted(eta));
        }
        if (!temperature.stream().allMatch(t -> t >= 0 && t <= 1)) {
            throw new EditException(
                    "The temperature runs from 0 to 1, but got %s."
                            .formatted(temperature.getAsDouble()));
        }
        if (!DEVICES.contains(device)) {
            throw new EditException(
                    "The device '%s' is not known: use %s."
                            .formatted(device, String.join(", ", DEVICES)));
        }
        try {
            Precision.named(precision);
        } catch (IllegalArgumentException e) {
            throw new EditException(e.getMessage(), e);
        }
    }

    /** The sampler that was asked for, or a system's own. */
    public String samplerOr(String own) {
        return sampler.equals(AUTO) ? own : sampler;
    }

    public RunSettings withSeed(long newSeed) {
        return new RunSettings(newSeed, steps, sampler, eta, temperature, precision, device, model);
    }

    public RunSettings withSteps(int newSteps) {
        return withSteps(OptionalInt.of(newSteps));
    }

    /** With so many steps; empty: as many as the model was made for. */
    public RunSettings withSteps(OptionalInt newSteps) {
        return new RunSettings(seed, newSteps, sampler, eta, temperature, precision, device, model);
    }

    public RunSettings withSampler(String newSampler) {
        return new RunSettings(seed, steps, newSampler, eta, temperature, precision, device, model);
    }

    public RunSettings withEta(double newEta) {
        return new RunSettings(seed, steps, sampler, newEta, temperature, precision, device, model);
    }

    public RunSettings withTemperature(double newTemperature) {
        return new RunSettings(
                seed,
                steps,
                sampler,
                eta,
                OptionalDouble.of(newTemperature),
                precision,
                device,
                model);
    }

    public RunSettings withPrecision(String newPrecision) {
        return new RunSettings(seed, steps, sampler, eta, temperature, newPrecision, device, model);
    }

    public RunSettings withDevice(String newDevice) {
        return new RunSettings(seed, steps, sampler, eta, temperature, precision, newDevice, model);
    }

    public RunSettings withModel(String newModel) {
        return new RunSettings(
                seed, steps, sampler, eta, temperature, precision, device, Optional.of(newModel));
    }
}
