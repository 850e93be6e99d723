package mien.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.EditException;
import mien.engine.evaluate.machine.GpuTrial;
import mien.engine.evaluate.machine.Graphics;
import mien.engine.evaluate.machine.Libtorch;
import mien.engine.evaluate.machine.LibtorchDownload;
import mien.engine.evaluate.machine.Machine;
import mien.engine.evaluate.machine.Memory;
import mien.engine.evaluate.machine.NativeChoice;

/**
 * What edits run on, and the choice of the library that runs them.
 *
 * @param device {@code cpu} or {@code cuda}: what {@code auto} means here
 * @param precision what {@code auto} means here
 * @param reason why it is that precision
 * @param threads that one operator may use on the processor
 * @param pytorch version of the library
 * @param library the folder it was loaded from
 * @param gpus one name for each NVIDIA GPU
 * @param driver version of their driver
 * @param chosen the library that was chosen instead of the bundled one
 * @param state how GPU and library go together
 */
public record Hardware(
        String device,
        String precision,
        String reason,
        int threads,
        String pytorch,
        String library,
        List<String> gpus,
        Optional<String> driver,
        Optional<Path> chosen,
        State state) {

    /** How GPU and library go together. */
    public enum State {
        /** There is no GPU, and edits run on the processor. */
        NO_GPU,
        /** Edits run on the GPU. */
        GPU_RUNS,
        /** A GPU is here, and the library cannot use it: tell the person loudly. */
        GPU_IDLE,
        /** A library was chosen that is used from the next start on. */
        NEXT_START,
        /** The chosen library is gone or finds no GPU: tell the person loudly. */
        FELL_BACK
    }

    /** Is told while a library is fetched; ends it by throwing {@code Cancelled}. */
    @FunctionalInterface
    public interface Fetching {
        void fetched(String file, int done, int all, long bytes);
    }

    public Hardware {
        gpus = List.copyOf(gpus);
    }

    /**
     * What this process runs on; loads the library if it is not loaded yet, which takes a second.
     */
    public static Hardware found() {
        Machine machine = Machine.inspected();
        Graphics graphics = Graphics.found();
        Optional<Path> chosen = NativeChoice.ofLauncher().flatMap(NativeChoice::chosen);
        return new Hardware(
                machine.device(),
                machine.precision(),
                machine.reason(),
                machine.threads(),
                machine.pytorch(),
                machine.library(),
                graphics.models(),
                graphics.driver(),
                chosen,
                state(machine.cuda(), !graphics.models().isEmpty(), chosen, NativeChoice.used()));
    }

    static State state(boolean runs, boolean gpu, Optional<Path> chosen, Optional<Path> used) {
        if (runs) {
            return State.GPU_RUNS;
        }
        if (chosen.isPresent()) {
            boolean waits = used.isEmpty() && Files.isDirectory(chosen.get());
            return waits ? State.NEXT_START : State.FELL_BACK;
        }
        return gpu ? State.GPU_IDLE : State.NO_GPU;
    }

    /** Whether the person is to be told loudly. */
    public boolean alarming() {
        return state == State.GPU_IDLE || state == State.FELL_BACK;
    }

    /** What this process holds now, in MiB. */
    public static long memory() {
        return Memory.resident();
    }

    /** The most that it has held, in MiB. */
    public static long peakMemory() {
        return Memory.peak();
    }

    /**
     * From the next start on edits run with the CUDA library of a folder. It is checked first, by a
     * small run on the GPU in a process of its own.
     *
     * @param folder the lib folder of an installed PyTorch
     * @return one line that says what ran
     * @throws EditException if it is no such library, has no CUDA, or the small run fails
     */
    public static String use(Path folder) {
        return use(Libtorch.at(folder), choice());
    }

    private static String use(Libtorch library, NativeChoice choice) {
        String ran = GpuTrial.run(library.needCuda());
        choice.choose(library);
        return ran;
    }

    /**
     * Fetches DJL's own CUDA library, checks it by a small run, and uses it from the next start on.
     *
     * @throws EditException if there is no network, no build for this machine, or no GPU
     */
    public static String install(Fetching fetching) {
        NativeChoice choice = choice(); // nothing is fetched that could not be chosen
        if (Graphics.found().models().isEmpty()) {
            throw new EditException(
                    "No NVIDIA GPU with its driver was found, so the CUDA library (about 5 GB) is"
                            + " not fetched: install the driver first, nvidia-smi then lists the GPU.");
        }
        return use(LibtorchDownload.standard().fetch(fetching::fetched), choice);
    }

    /** From the next start on the bundled library runs again. */
    public static void useBundled() {
        choice().forget();
    }

    private static NativeChoice choice() {
        return NativeChoice.ofLauncher()
                .orElseThrow(
                        () ->
                                new EditException(
                                        "This program was not started by ./studio, so it cannot be"
                                                + " told what to load: start it with ./studio, or set"
                                                + " PYTORCH_LIBRARY_PATH and leave pytorch-native-cpu"
                                                + " off the class path."));
    }
}
