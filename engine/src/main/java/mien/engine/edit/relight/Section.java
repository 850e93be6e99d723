package mien.engine.edit.relight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mien.engine.edit.EditException;
import mien.engine.edit.Pack;

/**
 * One object of a pack's description, read strictly: what is missing, unknown or of another kind is
 * an error.
 */
final class Section {

    private final String pack;
    private final String name;
    private final JsonNode json;
    private final Set<String> unread = new TreeSet<>();

    Section(Pack pack, String name) {
        this(pack.id(), name, pack.section(name));
    }

    private Section(String pack, String name, JsonNode json) {
        this.pack = pack;
        this.name = name;
        this.json = json;
        if (!json.isObject()) {
            throw broken("is no object");
        }
        json.fieldNames().forEachRemaining(unread::add);
    }

    Section section(String key) {
        return new Section(pack, name + "." + key, at(key));
    }

    int whole(String key) {
        JsonNode value = at(key);
        if (!value.isInt()) {
            throw broken("needs a whole number '" + key + "'");
        }
        return value.asInt();
    }

    double real(String key) {
        JsonNode value = at(key);
        if (!value.isNumber()) {
            throw broken("needs a number '" + key + "'");
        }
        return value.asDouble();
    }

    boolean flag(String key) {
        JsonNode value = at(key);
        if (!value.isBoolean()) {
            throw broken("needs true or false for '" + key + "'");
        }
        return value.asBoolean();
    }

    String text(String key) {
        JsonNode value = at(key);
        if (!value.isTextual()) {
            throw broken("needs a text '" + key + "'");
        }
        return value.asText();
    }

    String oneOf(String key, String... known) {
        String value = text(key);
        if (!Arrays.asList(known).contains(value)) {
            throw broken(
                    "has '%s' for '%s', which is none of %s"
                            .formatted(value, key, String.join(", ", known)));
        }
        return value;
    }

    /** Numbers as the authors write them, "1,2,3,4"; an empty text is an empty list. */
    List<Double> numbers(String key) {
        String value = text(key);
        try {
            return value.isBlank()
                    ? List.of()
                    : Stream.of(value.split(",")).map(v -> Double.valueOf(v.strip())).toList();
        } catch (NumberFormatException e) {
            throw broken("needs numbers joined by commas for '" + key + "'");
        }
    }

    /** Refuses entries that nothing asked for. */
    void requireAllRead() {
        if (!unread.isEmpty()) {
            throw broken("has entries this Mien does not know: " + String.join(", ", unread));
        }
    }

    private JsonNode at(String key) {
        unread.remove(key);
        return json.path(key);
    }

    private EditException broken(String what) {
        return new EditException(
                "The model '%s' cannot be used: '%s' in its pack.json %s; install the pack again."
                        .formatted(pack, name, what));
    }
}
