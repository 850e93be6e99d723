package mien.engine.cli;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mien.engine.checkpoint.CheckpointFile;
import mien.engine.edit.faceswap.PublishedSwap;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.model.Combination;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import mien.engine.model.PublishedPart;
import mien.engine.tensor.Devices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a model for face swap of published networks that were imported one by one. */
@Command(
        name = "combine",
        description = {
            "Make one model for swap-face of networks that were imported one by one:",
            "a denoiser, a recogniser and a parser; a gaze network, a face detector and",
            "a landmark network if you have them."
        })
final class ModelsCombineVerb extends Verb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The imported networks.")
    List<String> ids = List.of();

    @Option(names = "--as", paramLabel = "ID", required = true, description = "What to call it.")
    String id;

    @Option(names = "--link", description = "Only point to the files instead of copying them.")
    boolean link;

    ModelsCombineVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        ModelLibrary library = ModelLines.library(context);
        Map<String, Combination.Part> parts = new LinkedHashMap<>();
        ObjectNode sections = JsonNodeFactory.instance.objectNode();
        for (String one : ids) {
            add(library.part(one), parts, sections);
        }
        requireWhole(parts.keySet());
        Combination combination =
                new Combination(library.home(), SwapModel.SYSTEM, parts, sections);
        if (!json) {
            parts.values().forEach(this::tell);
        }
        try (ProgressBar bar = console().bar(link ? "linking" : "copying")) {
            ModelPack made =
                    combination.install(
                            library.free(id),
                            link,
                            (done, all) -> {
                                context.interrupt().check();
                                bar.show(done >> 20, all >> 20, "MB");
                            });
            bar.clear();
            if (json) {
                console().say(ModelLines.json(made));
            } else {
                console().say("installed  as '%s' in %s".formatted(made.id(), made.folder()));
            }
        }
    }

    private void add(ModelPack pack, Map<String, Combination.Part> parts, ObjectNode sections) {
        for (Map.Entry<String, PublishedPart> part : pack.published().entrySet()) {
            String role =
                    PublishedSwap.role(part.getKey())
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    "'%s' is a %s, which no face swap needs: leave it out."
                                                            .formatted(pack.id(), part.getKey())));
            if (parts.containsKey(role)) {
                throw new Refusal(
                        "Both '%s' and '%s' are a %s: name one of them."
                                .formatted(parts.get(role).pack().id(), pack.id(), part.getKey()));
            }
            Path file = pack.file(part.getKey());
            String within = part.getValue().prefix().replaceFirst("\\.$", "");
            sections.setAll(read(role, file, within));
            parts.put(role, new Combination.Part(pack, file, within));
        }
    }

    private static ObjectNode read(String role, Path path, String within) {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
                CheckpointFile file = CheckpointFile.open(path, manager)) {
            return PublishedSwap.sections(role, file.section(within), file.metadata());
        }
    }

    private static void requireWhole(Set<String> roles) {
        Set<String> missing = new TreeSet<>(SwapModel.NEEDED);
        missing.removeAll(roles);
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "A face swap needs %s as well: import it, then name it here."
                            .formatted(String.join(" and ", missing)));
        }
    }

    private void tell(Combination.Part part) {
        console().say("license    %s: %s".formatted(part.pack().title(), part.pack().license()));
    }
}
