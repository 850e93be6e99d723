package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import mien.engine.model.Inspected;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import mien.engine.model.PackFile;
import mien.engine.model.known.Identification.Broken;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.KnownCheckpoint;
import mien.engine.model.known.KnownCheckpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what an installed model, a file, or a known checkpoint is. */
@Command(
        name = "show",
        description = "Say what an installed model, any file of weights, or a checkpoint is.")
final class ModelsShowVerb extends Verb {

    @Parameters(
            paramLabel = "ID|FILE",
            description = "An installed model, a file, or a checkpoint that Mien knows.")
    String what;

    ModelsShowVerb(Context context) {
        super(context);
    }

    @Override
    void work() throws IOException {
        ModelLibrary library = ModelLines.library(context);
        KnownCheckpoints known = KnownCheckpoints.standard();
        ObjectNode shown = shown(library, known);
        if (json) {
            console().say(shown);
        } else {
            ModelLines.print(console(), shown);
        }
    }

    private ObjectNode shown(ModelLibrary library, KnownCheckpoints known) throws IOException {
        Optional<ModelPack> pack = library.described(what);
        if (pack.isPresent()) {
            return pack(pack.get(), known);
        }
        Path file = Path.of(what);
        if (Files.isRegularFile(file)) {
            return file(file, known, library);
        }
        Optional<KnownCheckpoint> checkpoint = known.named(what);
        if (checkpoint.isPresent()) {
            return ModelLines.json(checkpoint.get(), library);
        }
        throw new Refusal(
                "'%s' is no installed model, no file, and no checkpoint that Mien knows: 'studio models list' lists the first, with --known the last."
                        .formatted(what));
    }

    private static ObjectNode pack(ModelPack pack, KnownCheckpoints known) {
        ObjectNode node = ModelLines.json(pack);
        ArrayNode files = node.putArray("files");
        new TreeMap<>(pack.files())
                .forEach(
                        (role, file) -> {
                            ObjectNode one = files.addObject().put("role", role);
                            one.put("path", file.path())
                                    .put("bytes", file.bytes())
                                    .put("sha256", file.sha256());
                            if (pack.published().containsKey(role)
                                    || file.path().endsWith(".safetensors")) {
                                Inspected in =
                                        Inspected.of(pack.folder().resolve(file.path()), known);
                                one.put("tensors", in.tensors()).put("numbers", in.numbers());
                            }
                        });
        pack.card().ifPresent(card -> node.put("card", card.toString()));
        return node;
    }

    private static ObjectNode file(Path file, KnownCheckpoints known, ModelLibrary library)
            throws IOException {
        Inspected inspected = Inspected.of(file, known);
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("path", file.toString())
                        .put("status", inspected.status())
                        .put("says", inspected.identification().sentence())
                        .put("container", inspected.container())
                        .put("bytes", inspected.bytes())
                        .put("sha256", PackFile.sha256(file))
                        .put("tensors", inspected.tensors())
                        .put("numbers", inspected.numbers());
        pack(file, library).ifPresent(pack -> node.put("pack", pack.id()));
        ObjectNode beside = node.putObject("beside");
        new TreeMap<>(inspected.metadata())
                .forEach(
                        (name, value) -> {
                            if (name.indexOf('.') < 0) { // not those of every optimiser state
                                beside.put(name, value);
                            }
                        });
        if (inspected.identification() instanceof Recognised found) {
            node.put("prefix", found.prefix());
            node.set("checkpoint", ModelLines.json(found.known(), library));
        } else if (inspected.identification() instanceof Broken broken) {
            node.put("prefix", broken.prefix());
            add(node.putArray("missing"), broken.missing());
            add(node.putArray("misshaped"), broken.misshaped());
            add(node.putArray("left_over"), broken.leftOver());
            node.set("checkpoint", ModelLines.json(broken.known(), library));
        }
        return node;
    }

    /** The installed model that a file belongs to. */
    private static Optional<ModelPack> pack(Path file, ModelLibrary library) throws IOException {
        for (ModelPack pack : library.packs()) {
            for (PackFile listed : pack.files().values()) {
                if (Files.isSameFile(file, pack.folder().resolve(listed.path()))) {
                    return Optional.of(pack);
                }
            }
        }
        return Optional.empty();
    }

    private static void add(ArrayNode to, Iterable<String> lines) {
        lines.forEach(to::add);
    }
}
