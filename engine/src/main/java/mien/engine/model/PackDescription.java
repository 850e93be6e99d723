package mien.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mien.engine.edit.EditException;

/**
 * Reads {@code pack.json} strictly: duplicate keys, trailing text and missing entries are errors.
 */
final class PackDescription {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final long MOST_BYTES = 4 << 20;

    private final Path file;
    private final JsonNode json;

    private PackDescription(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    static ModelPack read(Path folder) {
        Path file = folder.resolve(ModelPack.DESCRIPTION);
        PackDescription d = new PackDescription(file, parsed(file));
        d.needFormat();
        try {
            return new ModelPack(
                    folder,
                    d.text("id"),
                    d.text("system"),
                    d.text("title"),
                    d.text("version"),
                    d.text("license"),
                    d.text("source"),
                    d.files(),
                    (ObjectNode) d.json);
        } catch (IllegalArgumentException e) {
            throw d.broken(e.getMessage());
        }
    }

    private static JsonNode parsed(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new EditException("%s is missing: this folder holds no model.".formatted(file));
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new EditException(
                        "%s is larger than 4 MiB, so it describes no model: install the pack again."
                                .formatted(file));
            }
            JsonNode json = JSON.readTree(file.toFile());
            if (!json.isObject()) {
                throw new EditException(
                        "%s is no JSON object: install the pack again.".formatted(file));
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new EditException(
                    "%s is broken at line %d: install the pack again."
                            .formatted(
                                    file,
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        } catch (IOException e) {
            throw new EditException("%s cannot be read: check its permissions.".formatted(file), e);
        }
    }

    private void needFormat() {
        JsonNode format = json.path("format");
        if (!format.isInt()) {
            throw broken("'format' is missing");
        }
        if (format.asInt() != ModelPack.FORMAT) {
            throw new EditException(
                    "%s is of format %d, but this Mien reads format %d: get a newer Mien or another pack."
                            .formatted(file, format.asInt(), ModelPack.FORMAT));
        }
    }

    private String text(String key) {
        JsonNode value = json.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw broken("'" + key + "' is missing or no text");
        }
        if (value.asText().chars().anyMatch(Character::isISOControl)) {
            throw broken("'" + key + "' holds control characters"); // it is shown in sentences
        }
        return value.asText();
    }

    private Map<String, PackFile> files() {
        JsonNode files = json.path("files");
        if (!files.isObject()) {
            throw broken("'files' is missing or no object");
        }
        Map<String, PackFile> byRole = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : files.properties()) {
            JsonNode f = entry.getValue();
            if (!f.path("path").isTextual()
                    || !f.path("bytes").isIntegralNumber()
                    || !f.path("sha256").isTextual()) {
                throw broken("the file '" + entry.getKey() + "' needs path, bytes and sha256");
            }
            byRole.put(
                    entry.getKey(),
                    new PackFile(
                            f.path("path").asText(),
                            f.path("bytes").asLong(),
                            f.path("sha256").asText(),
                            f.path("within").asText()));
        }
        return byRole;
    }

    private EditException broken(String why) {
        String shown = why.replaceAll("\\p{Cntrl}", "?");
        return new EditException(
                "%s is broken: %s; install the pack again.".formatted(file, shown));
    }
}
