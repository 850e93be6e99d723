package mien.engine.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a {@link SavedSpec}, read strictly: what is missing or of another kind is one
 * sentence. Numbers are written as doubles, which hold every float exactly.
 */
public final class SavedFields {

    private final String path;
    private final JsonNode json;

    private SavedFields(String path, JsonNode json) {
        this.path = path;
        this.json = json;
    }

    /**
     * The values of a spec.
     *
     * @param system the system's id, for the sentence
     * @param newest the newest version that can be read
     * @throws EditException if the spec was saved by a newer Mien
     */
    public static SavedFields of(String system, SavedSpec saved, int newest) {
        if (saved.version() > newest) {
            throw new EditException(
                    "This %s edit was saved by a newer Mien (version %d, this one reads up to %d): update Mien to go on with it."
                            .formatted(system, saved.version(), newest));
        }
        return new SavedFields(system, saved.values());
    }

    /** An object within. */
    public SavedFields section(String key) {
        JsonNode value = json.path(key);
        if (!value.isObject()) {
            throw damaged(key, "is missing");
        }
        return new SavedFields(path + "." + key, value);
    }

    /** A row of objects within. */
    public List<SavedFields> sections(String key) {
        JsonNode row = json.path(key);
        List<SavedFields> sections = new ArrayList<>();
        for (JsonNode value : row) {
            if (!value.isObject()) {
                throw damaged(key, "needs objects");
            }
            sections.add(new SavedFields(path + "." + key, value));
        }
        if (!row.isArray()) {
            throw damaged(key, "is missing");
        }
        return sections;
    }

    /** Whether a value is there at all. */
    public boolean has(String key) {
        return json.has(key);
    }

    /** A line of text. */
    public String text(String key) {
        JsonNode value = json.path(key);
        if (!value.isTextual()) {
            throw damaged(key, "needs a text");
        }
        return value.textValue();
    }

    /** A finite number. */
    public double real(String key) {
        JsonNode value = json.path(key);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw damaged(key, "needs a finite number");
        }
        return value.doubleValue();
    }

    /** True or false. */
    public boolean flag(String key) {
        JsonNode value = json.path(key);
        if (!value.isBoolean()) {
            throw damaged(key, "needs true or false");
        }
        return value.booleanValue();
    }

    /** A row of finite numbers. */
    public float[] numbers(String key, int count) {
        double[] reals = reals(key, count);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) reals[i];
            if (!Float.isFinite(numbers[i])) {
                throw damaged(key, "needs finite numbers");
            }
        }
        return numbers;
    }

    /** A row of finite numbers, read as they were written. */
    public double[] reals(String key, int count) {
        JsonNode row = json.path(key);
        if (!row.isArray() || row.size() != count) {
            throw damaged(key, "needs %d numbers".formatted(count));
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = row.get(i).doubleValue();
            if (!row.get(i).isNumber() || !Double.isFinite(numbers[i])) {
                throw damaged(key, "needs finite numbers");
            }
        }
        return numbers;
    }

    /** Words. */
    public List<String> texts(String key) {
        JsonNode row = json.path(key);
        List<String> texts = new ArrayList<>();
        for (JsonNode value : row) {
            if (!value.isTextual()) {
                throw damaged(key, "needs texts");
            }
            texts.add(value.textValue());
        }
        if (!row.isArray()) {
            throw damaged(key, "is missing");
        }
        return texts;
    }

    /** A row of numbers to be read by {@link #reals}. */
    public static ArrayNode row(double... numbers) {
        ArrayNode row = JsonNodeFactory.instance.arrayNode(numbers.length);
        for (double v : numbers) {
            row.add(v);
        }
        return row;
    }

    /** A row of numbers to be read by {@link #numbers}. */
    public static ArrayNode row(float... numbers) {
        ArrayNode row = JsonNodeFactory.instance.arrayNode(numbers.length);
        for (float v : numbers) {
            row.add((double) v);
        }
        return row;
    }

    /** The refusal of a value; the words complete "the value …". */
    public EditException damaged(String key, String what) {
        return new EditException(
                "The saved edit is damaged ('%s.%s' %s): open an older copy of the document."
                        .formatted(path, key, what));
    }
}
