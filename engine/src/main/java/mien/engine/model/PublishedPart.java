package mien.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A published checkpoint in a pack, as its description tells.
 *
 * @param checkpoint its name in {@link mien.engine.model.known.KnownCheckpoints}
 * @param prefix what stands before the network's names in the file
 * @param linked whether the pack only points to the file, which then belongs to the person
 */
public record PublishedPart(String checkpoint, String prefix, boolean linked) {

    static PublishedPart read(JsonNode entry) {
        return new PublishedPart(
                entry.path("checkpoint").asText(),
                entry.path("prefix").asText(),
                entry.path("linked").asBoolean());
    }

    void write(ObjectNode entry) {
        entry.put("checkpoint", checkpoint).put("prefix", prefix).put("linked", linked);
    }
}
