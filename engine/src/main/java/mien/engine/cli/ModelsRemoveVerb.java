package mien.engine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import mien.engine.model.ModelRemoval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an imported model away. */
@Command(
        name = "remove",
        description = "Remove an imported model; a linked file itself stays where it is.")
final class ModelsRemoveVerb extends Verb {

    @Parameters(paramLabel = "ID", description = "Which model.")
    String id;

    @Option(names = "--yes", description = "Really remove it.")
    boolean yes;

    ModelsRemoveVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        ModelRemoval removal = ModelRemoval.of(ModelLines.library(context), id);
        Path folder = removal.pack().folder();
        if (!yes) {
            throw new Refusal(
                    "This would delete '%s' with its %s in %s: say --yes if that is meant."
                            .formatted(id, ModelLines.size(removal.frees()), folder));
        }
        List<Path> left = removal.remove();
        if (json) {
            console()
                    .say(
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("removed", id)
                                    .put("bytes", removal.frees()));
        } else {
            console().say("removed    '%s' (%s)".formatted(id, ModelLines.size(removal.frees())));
        }
        if (!left.isEmpty()) {
            console()
                    .warn(
                            "%s stays, because it holds %d more that no model lists."
                                    .formatted(folder, left.size()));
        }
    }
}
