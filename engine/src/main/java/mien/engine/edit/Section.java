package mien.engine.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One object of a pack's description, read strictly: what is missing, unknown or of another kind is
 * an error. A record's components are entries of their names, {@code normGroups} as {@code
 * norm_groups}.
 */
public final class Section {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String pack;
    private final String name;
    private final JsonNode json;
    private final Set<String> unread = new TreeSet<>();

    /**
     * @throws EditException if the pack has no such section, or it is no object
     */
    public Section(Pack pack, String name) {
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

    public Section section(String key) {
        return new Section(pack, name + "." + key, at(key));
    }

    public int whole(String key) {
        return whole(key, at(key));
    }

    private int whole(String key, JsonNode value) {
        if (!value.isInt()) {
            throw broken("needs a whole number '" + key + "'");
        }
        return value.asInt();
    }

    public double real(String key) {
        JsonNode value = at(key);
        if (!value.isNumber()) {
            throw broken("needs a number '" + key + "'");
        }
        return value.asDouble();
    }

    public boolean flag(String key) {
        JsonNode value = at(key);
        if (!value.isBoolean()) {
            throw broken("needs true or false for '" + key + "'");
        }
        return value.asBoolean();
    }

    public String text(String key) {
        JsonNode value = at(key);
        if (!value.isTextual()) {
            throw broken("needs a text '" + key + "'");
        }
        return value.asText();
    }

    public String oneOf(String key, String... known) {
        String value = text(key);
        if (!Arrays.asList(known).contains(value)) {
            throw broken(
                    "has '%s' for '%s', which is none of %s"
                            .formatted(value, key, String.join(", ", known)));
        }
        return value;
    }

    /** Numbers as the authors write them, "1,2,3,4"; an empty text is an empty list. */
    public List<Double> numbers(String key) {
        String value = text(key);
        try {
            return value.isBlank()
                    ? List.of()
                    : Stream.of(value.split(",")).map(v -> Double.valueOf(v.strip())).toList();
        } catch (NumberFormatException e) {
            throw broken("needs numbers joined by commas for '" + key + "'");
        }
    }

    private List<Integer> wholes(String key) {
        JsonNode value = at(key);
        if (!value.isArray()) {
            throw broken("needs a list of whole numbers '" + key + "'");
        }
        List<Integer> all = new ArrayList<>();
        value.forEach(v -> all.add(whole(key, v)));
        return all;
    }

    /**
     * Entries of the names and kinds of a record's components: whole numbers, numbers, truth
     * values, texts, lists of whole numbers, and records of them. Further entries may be read
     * besides.
     *
     * @throws EditException also if the record refuses what it is given
     */
    public <R extends Record> R read(Class<R> kind) {
        RecordComponent[] parts = kind.getRecordComponents();
        Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(parts).map(this::value).toArray();
        try {
            return kind.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused(refused);
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind + " cannot be made", e);
        }
    }

    /**
     * Something made of the entries.
     *
     * @throws EditException if it refuses them
     */
    public <T> T made(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private EditException refused(IllegalArgumentException why) {
        return broken("cannot be (" + why.getMessage().replaceAll("[.]$", "") + ")");
    }

    private Object value(RecordComponent part) {
        String key = key(part);
        Class<?> type = part.getType();
        if (type == int.class) {
            return whole(key);
        }
        if (type == double.class) {
            return real(key);
        }
        if (type == boolean.class) {
            return flag(key);
        }
        if (type == String.class) {
            return text(key);
        }
        if (type == List.class) {
            return wholes(key);
        }
        Section inside = section(key);
        Record record = inside.read(type.asSubclass(Record.class));
        inside.requireAllRead();
        return record;
    }

    /** Writes a record so that {@link #read} gives it back. */
    public static void write(ObjectNode to, Record record) {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            write(to, key(part), component(record, part));
        }
    }

    private static void write(ObjectNode to, String key, Object value) {
        if (value instanceof Record inside) {
            write(to.putObject(key), inside);
        } else if (value instanceof List<?> list) {
            ArrayNode all = to.putArray(key);
            list.forEach(v -> all.add((Integer) v));
        } else {
            to.set(key, JSON.valueToTree(value));
        }
    }

    private static Object component(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part + " cannot be read", e);
        }
    }

    private static String key(RecordComponent part) {
        return part.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Refuses entries that nothing asked for. */
    public void requireAllRead() {
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
