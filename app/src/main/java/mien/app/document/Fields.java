package mien.app.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mien.app.text.Saying;
import mien.engine.picture.ContentHash;

/** One object of a document's text, read strictly; unknown entries are let be. */
final class Fields {

    private static final int LONGEST_TEXT = 10_000;

    private final String path;
    private final JsonNode json;

    Fields(String path, JsonNode json) {
        this.path = path;
        this.json = json;
        if (!json.isObject()) {
            throw damaged("damage.field.missing");
        }
    }

    Fields object(String key) {
        return new Fields(path + "." + key, json.path(key));
    }

    ObjectNode values(String key) {
        return (ObjectNode) new Fields(path + "." + key, json.path(key)).json;
    }

    List<Fields> objects(String key, int most) {
        JsonNode list = json.path(key);
        if (!list.isArray() || list.size() > most) {
            throw damaged("damage.field.list", key, most);
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : list) {
            objects.add(new Fields(path + "." + key + "[" + objects.size() + "]", item));
        }
        return objects;
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> damaged("damage.field.text", key));
    }

    Optional<String> optionalText(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw damaged("damage.field.text", key);
        }
        return Optional.of(value.textValue());
    }

    String hash(String key) {
        return optionalHash(key).orElseThrow(() -> damaged("damage.field.picture", key));
    }

    Optional<String> optionalHash(String key) {
        Optional<String> hash = optionalText(key);
        if (hash.isPresent() && !ContentHash.isHash(hash.get())) {
            throw damaged("damage.field.hash", key);
        }
        return hash;
    }

    /** Names and hashes. */
    Map<String, String> hashes(String key, int most) {
        Fields object = object(key);
        Map<String, String> hashes = new LinkedHashMap<>();
        if (object.json.size() > most) {
            throw damaged("damage.field.many", key, most);
        }
        object.json.fieldNames().forEachRemaining(name -> hashes.put(name, object.hash(name)));
        return hashes;
    }

    int whole(String key) {
        return optionalWhole(key).orElseThrow(() -> damaged("damage.field.number", key));
    }

    OptionalInt optionalWhole(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.isInt()) {
            throw damaged("damage.field.whole", key);
        }
        return OptionalInt.of(value.intValue());
    }

    long seed(String key) {
        JsonNode value = json.path(key);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw damaged("damage.field.whole", key);
        }
        return value.longValue();
    }

    double real(String key) {
        OptionalDouble value = optionalReal(key);
        return value.orElseThrow(() -> damaged("damage.field.number", key));
    }

    OptionalDouble optionalReal(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw damaged("damage.field.finite", key);
        }
        return OptionalDouble.of(value.doubleValue());
    }

    boolean flag(String key) {
        JsonNode value = json.path(key);
        if (!value.isBoolean()) {
            throw damaged("damage.field.flag", key);
        }
        return value.booleanValue();
    }

    /** What is wrong with this part of the text. */
    Malformed damaged(String key, Object... values) {
        return new Malformed("damage.field", path, Saying.of(key, values));
    }
}
