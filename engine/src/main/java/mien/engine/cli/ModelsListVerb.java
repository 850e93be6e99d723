package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import mien.engine.model.known.KnownCheckpoint;
import mien.engine.model.known.KnownCheckpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which models are installed, or which could be. */
@Command(name = "list", description = "List the installed models.")
final class ModelsListVerb extends Verb {

    @Option(
            names = "--known",
            description = "List the published checkpoints that Mien knows, and where they are.")
    boolean known;

    ModelsListVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        ModelLibrary library = ModelLines.library(context);
        if (known) {
            known(library);
        } else {
            installed(library);
        }
    }

    private void installed(ModelLibrary library) {
        if (json) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            ArrayNode folders = all.putArray("folders");
            library.folders().forEach(f -> folders.add(f.toString()));
            ArrayNode packs = all.putArray("packs");
            library.packs().forEach(pack -> packs.add(ModelLines.json(pack)));
            ArrayNode problems = all.putArray("problems");
            library.problems().forEach(problems::add);
            console().say(all);
            return;
        }
        for (ModelPack pack : library.packs()) {
            console()
                    .say(
                            "%-24s %-14s %8s  %s; %s"
                                    .formatted(
                                            pack.id(),
                                            pack.system(),
                                            ModelLines.size(pack.bytes()),
                                            pack.title(),
                                            pack.license()));
        }
        if (library.packs().isEmpty()) {
            console().say("No model is installed: 'studio models list --known' says which exist.");
        }
        library.problems().forEach(console()::warn);
    }

    private void known(ModelLibrary library) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (KnownCheckpoint checkpoint : KnownCheckpoints.standard().all()) {
            if (json) {
                all.add(ModelLines.json(checkpoint, library));
            } else {
                String installed = library.holding(checkpoint.id()).isPresent() ? "installed" : "";
                console()
                        .say(
                                "%-22s %-14s %-9s  %s: %s"
                                        .formatted(
                                                checkpoint.id(),
                                                checkpoint.system(),
                                                installed,
                                                checkpoint.title(),
                                                checkpoint.file()));
            }
        }
        if (json) {
            console().say(all);
        } else {
            console().say("'studio models show ID' says where one is found and its license.");
        }
    }
}
