package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.engine.model.ImportPlan;
import mien.engine.model.ModelImport;
import mien.engine.model.ModelPack;
import mien.engine.model.known.KnownCheckpoint;
import mien.engine.model.known.KnownCheckpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recognises files of weights, checks them strictly, and installs them. */
@Command(
        name = "import",
        description = "Recognise files of weights by their tensors, check them, install them.")
final class ModelsImportVerb extends Verb {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files as published, or a Stable Diffusion folder.")
    List<Path> files = List.of();

    @Option(
            names = "--as",
            paramLabel = "ID",
            description = "What to call it; default the checkpoint's own name.")
    Optional<String> id = Optional.empty();

    @Option(
            names = "--known",
            paramLabel = "CHECKPOINT",
            description = "Which checkpoint it is, where you know better than Mien.")
    Optional<String> known = Optional.empty();

    @Option(names = "--link", description = "Leave the file where it is and only point to it.")
    boolean link;

    ModelsImportVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        if (files.size() > 1 && (id.isPresent() || known.isPresent())) {
            throw new Refusal(
                    "--as and --known are for one file, but %d were named: import them one by one."
                            .formatted(files.size()));
        }
        KnownCheckpoints checkpoints = KnownCheckpoints.standard();
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode installed = all.putArray("installed");
        for (Path file : files) {
            context.interrupt().check();
            // Each import changes what the next one finds.
            ModelImport imports = new ModelImport(ModelLines.library(context), checkpoints);
            installed.add(ModelLines.json(install(imports, file)));
        }
        if (json) {
            console().say(all);
        }
    }

    private ModelPack install(ModelImport imports, Path file) {
        ImportPlan plan = imports.plan(file, known);
        String name = imports.id(plan, id);
        if (!json) {
            tell(file, plan);
        }
        try (ProgressBar bar = console().bar(link ? "linking" : "copying")) {
            ModelPack pack =
                    imports.install(
                            plan,
                            name,
                            link,
                            (done, all) -> {
                                context.interrupt().check();
                                bar.show(done >> 20, all >> 20, "MB");
                            });
            bar.clear();
            if (!json) {
                console()
                        .say(
                                "installed  as '%s' in %s (%s, %s)"
                                        .formatted(
                                                pack.id(),
                                                pack.folder(),
                                                ModelLines.size(pack.bytes()),
                                                link ? "linked" : "copied"));
            }
            return pack;
        }
    }

    private void tell(Path file, ImportPlan plan) {
        KnownCheckpoint main = plan.main();
        console().say("recognised %s: %s".formatted(file, plan.title()));
        console().say("           " + main.purpose());
        console().say("license    " + main.license());
        console().say("source     " + main.page());
        main.note().ifPresent(note -> console().say("note       " + note));
    }
}
