package mien.engine.cli;

import java.util.List;
import mien.engine.edit.RunSettings;
import mien.engine.evaluate.machine.Machine;
import picocli.CommandLine.Option;

/** How an edit is run: the options that all editing verbs share. */
final class RunOptions {

    private static final List<String> CUDA = List.of("cuda", "gpu");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same bytes; default ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Network evaluations, 2 to 1000; else the model's own.")
    Integer steps;

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description = "auto (default), ddim, ddpm, dpm++2m, unipc or unipc-bh1.")
    String sampler = RunSettings.DEFAULT.sampler();

    @Option(
            names = "--eta",
            paramLabel = "X",
            description = "Fresh noise that ddim adds at each step, 0 (default) to 1.")
    double eta = RunSettings.DEFAULT.eta();

    @Option(
            names = "--temperature",
            paramLabel = "X",
            description = {
                "How large all noise is, 0 to 1: less gives calmer pictures with fewer",
                "invented details; else the model's own."
            })
    Double temperature;

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            description = "auto (default), float32, bfloat16 or float16.")
    String precision = RunSettings.DEFAULT.precision();

    @Option(names = "--device", paramLabel = "NAME", description = "auto (default), cpu or cuda.")
    String device = RunSettings.DEFAULT.device();

    @Option(
            names = "--model",
            paramLabel = "PACK",
            description = "The model to use, by its id; else the installed one.")
    String model;

    /**
     * @throws mien.engine.edit.EditException if a value cannot be meant
     * @throws DeviceException if there is no such device here
     */
    RunSettings settings() {
        RunSettings settings =
                RunSettings.DEFAULT
                        .withSeed(seed)
                        .withSampler(sampler)
                        .withEta(eta)
                        .withPrecision(precision)
                        .withDevice(device);
        settings = steps == null ? settings : settings.withSteps(steps);
        settings = temperature == null ? settings : settings.withTemperature(temperature);
        requireDevice(settings.device());
        return model == null ? settings : settings.withModel(model);
    }

    private static void requireDevice(String name) {
        if (CUDA.contains(name) && !Machine.inspected().cuda()) {
            throw new DeviceException(
                    ("--device %s: the loaded PyTorch library cannot use a GPU;"
                                    + " './studio gpu status' says what is missing.")
                            .formatted(name));
        }
        if (!CUDA.contains(name)) {
            Machine.deviceOf(name);
        }
    }
}
