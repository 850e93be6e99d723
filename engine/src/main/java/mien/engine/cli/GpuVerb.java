package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import mien.engine.Hardware;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says which graphics processor there is and which library runs, and chooses another one. */
@Command(
        name = "gpu",
        description = {
            "Say which GPU is here, which library runs and why; choose a library that uses the"
                    + " GPU.",
            "status       what is here (the default)",
            "install      fetch DJL's CUDA library, about 5 GB, check it and use it",
            "use DIR      check and use the lib folder of an installed PyTorch 2.7.x",
            "use bundled  go back to the library that came with Mien"
        })
final class GpuVerb extends Verb {

    private static final String BUNDLED = "bundled";

    @Parameters(paramLabel = "ACTION", arity = "0..1", description = "status, install or use.")
    String action = "status";

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "For use: a folder, or 'bundled'.")
    Optional<String> folder = Optional.empty();

    GpuVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        if (folder.isPresent() && !action.equals("use")) {
            throw new Refusal(
                    "'gpu %s' takes no folder: leave '%s' out, or say 'gpu use DIR'."
                            .formatted(action, folder.get()));
        }
        switch (action) {
            case "status" -> status();
            case "install" -> chosen(install());
            case "use" -> use();
            default ->
                    throw new Refusal(
                            "'gpu %s' is not known: use 'gpu status', 'gpu install' or 'gpu use DIR'."
                                    .formatted(action));
        }
    }

    private void use() {
        String wanted =
                folder.orElseThrow(
                        () ->
                                new Refusal(
                                        "Say which library: 'gpu use DIR' with the lib folder of an"
                                                + " installed PyTorch 2.7.x, or 'gpu use bundled'."));
        if (wanted.equals(BUNDLED)) {
            Hardware.useBundled();
            chosen("the bundled library");
        } else {
            chosen(Hardware.use(Path.of(wanted)));
        }
    }

    private String install() {
        try (ProgressBar bar = console().bar("fetching")) {
            return Hardware.install(
                    (file, done, all, bytes) -> {
                        context.interrupt().check();
                        bar.show(done, all, "files, %d MB".formatted(bytes >> 20));
                    });
        }
    }

    private void chosen(String what) {
        if (json) {
            console().say(JsonNodeFactory.instance.objectNode().put("chosen", what));
        } else {
            console().say("chosen   " + what);
            console().say("         it is used from the next start on");
        }
    }

    private void status() {
        Hardware now = Hardware.found();
        if (json) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            ArrayNode found = all.putArray("gpus");
            now.gpus().forEach(found::add);
            now.driver().ifPresentOrElse(d -> all.put("driver", d), () -> all.putNull("driver"));
            now.chosen()
                    .ifPresentOrElse(
                            c -> all.put("chosen", c.toString()), () -> all.putNull("chosen"));
            console()
                    .say(
                            all.put("library", now.library())
                                    .put("pytorch", now.pytorch())
                                    .put("cuda", now.state() == Hardware.State.GPU_RUNS)
                                    .put("device", now.device())
                                    .put("missing", missing(now)));
            return;
        }
        String gpus = now.gpus().isEmpty() ? "none found" : String.join(", ", now.gpus());
        console().say("GPU      " + gpus);
        console().say("driver   " + now.driver().orElse("none found"));
        console().say("library  PyTorch %s, %s".formatted(now.pytorch(), now.library()));
        console().say("chosen   " + now.chosen().map(Path::toString).orElse(BUNDLED));
        console().say("edits on " + now.device());
        console().say("missing  " + (missing(now).isEmpty() ? "nothing" : missing(now)));
    }

    /** What stands between this machine and edits on its GPU; empty if nothing does. */
    static String missing(Hardware now) {
        return switch (now.state()) {
            case GPU_RUNS -> "";
            case NEXT_START -> "a new start: the chosen library is used then";
            case GPU_IDLE ->
                    "a CUDA build of PyTorch: the loaded library is the one for the processor;"
                            + " 'studio gpu install' fetches one, 'studio gpu use DIR' takes an"
                            + " installed one";
            case FELL_BACK ->
                    "the chosen library: it is gone or finds no GPU, so edits run on the processor;"
                            + " 'studio gpu use DIR' chooses another, 'studio gpu use bundled' none";
            case NO_GPU ->
                    now.driver().isPresent()
                            ? "a GPU: the NVIDIA driver is here but lists none"
                            : "an NVIDIA GPU with its driver: neither was found, edits run on the"
                                    + " processor";
        };
    }
}
