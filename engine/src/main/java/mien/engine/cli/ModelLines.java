package mien.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import mien.engine.Engine;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import mien.engine.model.known.KnownCheckpoint;

/** How models are told, to programs and to people. */
final class ModelLines {

    private static final long KB = 1000;
    private static final long MB = KB * 1000;
    private static final long GB = MB * 1000;

    private ModelLines() {}

    /** The installed models as they are now. */
    static ModelLibrary library(Context context) {
        try (Engine engine = Engine.open(context.engine())) {
            return engine.library();
        }
    }

    static ObjectNode json(ModelPack pack) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", pack.id())
                        .put("system", pack.system())
                        .put("title", pack.title())
                        .put("version", pack.version())
                        .put("license", pack.license())
                        .put("source", pack.source())
                        .put("bytes", pack.bytes())
                        .put("folder", pack.folder().toString());
        ArrayNode parts = node.putArray("published");
        pack.published()
                .forEach(
                        (role, part) ->
                                parts.addObject()
                                        .put("role", role)
                                        .put("checkpoint", part.checkpoint())
                                        .put("prefix", part.prefix())
                                        .put("linked", part.linked()));
        return node;
    }

    static ObjectNode json(KnownCheckpoint known, ModelLibrary library) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", known.id());
        ArrayNode systems = node.putArray("systems");
        known.systems().forEach(systems::add);
        node.put("role", known.role())
                .put("title", known.title())
                .put("purpose", known.purpose())
                .put("file", known.file())
                .put("page", known.page())
                .put("license", known.license())
                .put("tensors", known.tensors().shapes().size())
                .put("numbers", known.tensors().numbers());
        known.note().ifPresent(note -> node.put("note", note));
        library.holding(known.id()).ifPresent(pack -> node.put("installed", pack.id()));
        return node;
    }

    /** One line an entry: "license MIT"; what is in a list comes on lines of its own. */
    static void print(Console console, JsonNode node) {
        print(console, "", node);
    }

    private static void print(Console console, String prefix, JsonNode node) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                print(console, key + ".", value);
            } else if (value.isArray()) {
                for (JsonNode one : value) {
                    if (one.isObject()) {
                        print(console, key + ".", one);
                    } else {
                        line(console, key, one.asText());
                    }
                }
            } else if (entry.getKey().equals("bytes")) {
                line(console, prefix + "size", size(value.asLong()));
            } else if (!value.asText().isEmpty()) {
                line(console, key, value.asText());
            }
        }
    }

    private static void line(Console console, String key, String value) {
        console.say("%-22s %s".formatted(key, value));
    }

    /** "434 MB". */
    static String size(long bytes) {
        if (bytes >= GB) {
            return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GB);
        }
        if (bytes >= MB) {
            return bytes / MB + " MB";
        }
        return bytes >= KB ? bytes / KB + " kB" : bytes + " bytes";
    }
}
