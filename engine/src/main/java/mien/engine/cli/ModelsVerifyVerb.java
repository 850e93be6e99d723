package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.EditException;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares the installed files with their descriptions, byte by byte. */
@Command(
        name = "verify",
        description = "Compare installed models with what was installed, byte by byte.")
final class ModelsVerifyVerb extends Verb {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Which model; default all.")
    Optional<String> id = Optional.empty();

    ModelsVerifyVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        ModelLibrary library = ModelLines.library(context);
        List<String> faults = new ArrayList<>(id.isEmpty() ? library.problems() : List.of());
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode sound = all.putArray("sound");
        for (ModelPack pack : chosen(library)) {
            try {
                pack.verify(context.interrupt()::check);
                sound.add(pack.id());
                if (!json) {
                    console().say("%-24s sound".formatted(pack.id()));
                }
            } catch (EditException e) {
                faults.add(e.getMessage());
            }
        }
        if (json) {
            ArrayNode problems = all.putArray("problems");
            faults.forEach(problems::add);
            console().say(all);
        }
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults));
        }
    }

    private List<ModelPack> chosen(ModelLibrary library) {
        return id.isEmpty() ? library.packs() : List.of(library.installed(id.get()));
    }
}
