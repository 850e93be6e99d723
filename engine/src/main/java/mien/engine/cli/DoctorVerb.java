package mien.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import mien.engine.Engine;
import mien.engine.edit.EditException;
import mien.engine.evaluate.machine.Graphics;
import mien.engine.evaluate.machine.Machine;
import mien.engine.evaluate.machine.Memory;
import mien.engine.evaluate.machine.Processor;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import picocli.CommandLine.Command;

/** Says what Mien runs on and what stands in its way. */
@Command(name = "doctor", description = "Say what Mien runs on, and what is wrong.")
final class DoctorVerb extends Verb {

    DoctorVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        Machine machine = Machine.inspected();
        versions(all.putObject("versions"), machine);
        all.put("device", machine.device());
        all.putObject("precision")
                .put("chosen", machine.precision())
                .put("reason", machine.reason());
        all.putObject("processor")
                .put("name", Processor.found().name())
                .put("cores", Processor.found().cores())
                .put("threads", machine.threads());
        all.putObject("natives").put("library", machine.library()).put("cuda", machine.cuda());
        gpu(all.putObject("gpu"), machine);
        memory(all.putObject("memory"));
        try (Engine engine = Engine.open(context.engine())) {
            models(all.putObject("models"), engine.library());
        }
        if (json) {
            console().say(all);
        } else {
            print("", all);
        }
    }

    private static void versions(ObjectNode node, Machine machine) {
        node.put("mien", Version.number())
                .put("java", System.getProperty("java.version"))
                .put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("djl", machine.djl())
                .put("pytorch", machine.pytorch());
    }

    private static void gpu(ObjectNode node, Machine machine) {
        ArrayNode found = node.putArray("found");
        Graphics.found().models().forEach(found::add);
        machine.notice().ifPresent(notice -> node.put("notice", notice));
    }

    private static void memory(ObjectNode node) {
        Memory memory = Memory.found();
        put(node, "total_mb", memory.total());
        put(node, "free_mb", memory.available());
        node.put("heap_mb", Runtime.getRuntime().maxMemory() >> 20);
        Path home = Path.of(System.getProperty("user.home"));
        try {
            node.put("disk_free_mb", Files.getFileStore(home).getUsableSpace() >> 20);
        } catch (IOException e) {
            node.put("disk_free_mb", "unknown: " + home + " cannot be asked");
        }
    }

    private static void put(ObjectNode node, String key, OptionalLong value) {
        value.ifPresentOrElse(v -> node.put(key, v), () -> node.putNull(key));
    }

    private static void models(ObjectNode node, ModelLibrary library) {
        ArrayNode folders = node.putArray("folders");
        library.folders().forEach(f -> folders.add(f.toString()));
        ArrayNode packs = node.putArray("packs");
        ArrayNode problems = node.putArray("problems");
        library.problems().forEach(problems::add);
        for (ModelPack pack : library.packs()) {
            packs.addObject()
                    .put("id", pack.id())
                    .put("system", pack.system())
                    .put("version", pack.version())
                    .put("folder", pack.folder().toString());
            try {
                pack.verify();
            } catch (EditException e) {
                problems.add(e.getMessage());
            }
        }
    }

    /** One line an entry: "memory.free_mb 12345". */
    private void print(String prefix, JsonNode node) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                print(key + ".", value);
            } else if (value.isArray()) {
                value.forEach(v -> line(key, v.isObject() ? v.path("id").asText() : v.asText()));
                if (value.isEmpty()) {
                    line(key, "none");
                }
            } else {
                line(key, value.asText());
            }
        }
    }

    private void line(String key, String value) {
        console().say("%-22s %s".formatted(key, value));
    }
}
