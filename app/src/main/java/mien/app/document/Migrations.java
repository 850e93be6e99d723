package mien.app.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import mien.app.text.Saying;

/**
 * Brings the text of older documents up to this Mien's schema, one version at a time. Schema 1 had
 * a title, a source and one edit; 2 has a name, a picture, a stack of edits, marks and the view.
 */
final class Migrations {

    private static final List<UnaryOperator<ObjectNode>> STEPS = List.of(Migrations::stacked);

    /** The schema that is written. */
    static final int SCHEMA = STEPS.size() + 1;

    private Migrations() {}

    /**
     * @return the text as this schema has it; the given one stays as it was
     * @throws Malformed if it is no document's or a newer one's
     */
    static ObjectNode migrated(JsonNode text) {
        if (!text.isObject() || !DocumentJson.FORMAT.equals(text.path("format").textValue())) {
            throw new Malformed("damage.foreign");
        }
        JsonNode schema = text.path("schema");
        if (!schema.isInt() || schema.intValue() < 1) {
            throw new Malformed("damage.no-schema");
        }
        if (schema.intValue() > SCHEMA) {
            throw new Malformed(
                    Saying.of("damage.newer", schema.intValue(), SCHEMA),
                    Saying.of("damage.newer.update"));
        }
        ObjectNode now = text.deepCopy();
        for (int from = schema.intValue(); from < SCHEMA; from++) {
            now = STEPS.get(from - 1).apply(now).put("schema", from + 1);
        }
        return now;
    }

    /** 1 → 2. */
    private static ObjectNode stacked(ObjectNode old) {
        move(old, "title", "name");
        move(old, "source", "picture");
        JsonNode edit = old.remove("edit");
        if (edit == null) {
            old.putArray("edits");
        } else {
            old.putArray("edits").add(edit);
        }
        old.put("active", 0).putArray("marks");
        ObjectNode view = old.putObject("view").put("scale", 0.0).put("x", 0.0).put("y", 0.0);
        view.put("turn", 0.0).put("mirrored", false);
        return old;
    }

    private static void move(ObjectNode json, String from, String to) {
        JsonNode value = json.remove(from);
        if (value != null) {
            json.set(to, value);
        }
    }
}
