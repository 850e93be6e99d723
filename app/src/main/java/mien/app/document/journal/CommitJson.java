package mien.app.document.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import mien.app.document.Assets;
import mien.app.document.DocumentJson;
import mien.app.document.Malformed;

/**
 * A record of the journal: a whole state each, so that the last sound one is all that is needed.
 */
record CommitJson(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] write(Committed c, Assets.Sink blobs) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("revision", c.revision()).put("clean", c.clean());
        c.file().ifPresent(f -> json.put("file", f.toAbsolutePath().toString()));
        json.put("at", c.at().toEpochMilli());
        json.set("document", DocumentJson.write(c.state(), blobs));
        return JSON.writeValueAsBytes(json);
    }

    /**
     * @throws Malformed if it is no record
     */
    static CommitJson parse(byte[] record) {
        try {
            return new CommitJson(JSON.readTree(record));
        } catch (IOException e) {
            throw new Malformed("damage.journal");
        }
    }

    boolean clean() {
        return json.path("clean").asBoolean();
    }

    String name() {
        return json.path("document").path("name").asText();
    }

    Instant at() {
        return Instant.ofEpochMilli(json.path("at").asLong());
    }

    Optional<Path> file() {
        try {
            return Optional.ofNullable(json.path("file").textValue()).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws Malformed if the document or one of its pictures is damaged
     */
    Committed committed(Assets.Source blobs) {
        return new Committed(
                DocumentJson.read(json.path("document"), blobs).state(),
                json.path("revision").asLong(),
                clean(),
                file(),
                at());
    }
}
