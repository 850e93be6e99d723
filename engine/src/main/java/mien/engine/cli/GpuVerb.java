package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mien.engine.evaluate.machine.Graphics;
import mien.engine.evaluate.machine.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says which graphics processor there is, which library is loaded, and what is missing. */
@Command(
        name = "gpu",
        description = "Say which GPU is here, which library is loaded, and what is missing.")
final class GpuVerb extends Verb {

    private static final String STATUS = "status";

    @Parameters(paramLabel = "ACTION", arity = "0..1", description = "status, the only one so far.")
    String action = STATUS;

    GpuVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        if (!action.equals(STATUS)) {
            throw new Refusal("'gpu %s' is not known: use 'gpu status'.".formatted(action));
        }
        Graphics graphics = Graphics.found();
        Machine machine = Machine.inspected();
        String missing = missing(graphics, machine);
        if (json) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            ArrayNode found = all.putArray("gpus");
            graphics.models().forEach(found::add);
            graphics.driver()
                    .ifPresentOrElse(d -> all.put("driver", d), () -> all.putNull("driver"));
            console()
                    .say(
                            all.put("library", machine.library())
                                    .put("pytorch", machine.pytorch())
                                    .put("cuda", machine.cuda())
                                    .put("device", machine.device())
                                    .put("missing", missing));
            return;
        }
        console()
                .say(
                        "GPU      "
                                + (graphics.models().isEmpty()
                                        ? "none found"
                                        : String.join(", ", graphics.models())));
        console().say("driver   " + graphics.driver().orElse("none found"));
        console().say("library  PyTorch %s, %s".formatted(machine.pytorch(), machine.library()));
        console().say("edits on " + machine.device());
        console().say("missing  " + (missing.isEmpty() ? "nothing" : missing));
    }

    /** What stands between this machine and edits on its GPU; empty if nothing does. */
    static String missing(Graphics graphics, Machine machine) {
        if (machine.cuda()) {
            return "";
        }
        if (graphics.models().isEmpty()) {
            return graphics.driver().isPresent()
                    ? "a GPU: the NVIDIA driver is here but lists none"
                    : "an NVIDIA GPU with its driver: neither was found, edits run on the"
                            + " processor";
        }
        return "a CUDA build of PyTorch %s: the loaded library is the one for the processor"
                .formatted(machine.pytorch());
    }
}
