package mien.engine.picture.export;

import java.util.List;

/**
 * A property in a file.
 *
 * @param values one, or several for a property that takes several
 */
public record XmpField(XmpName name, List<String> values) {

    public XmpField {
        values = List.copyOf(values);
    }

    static XmpField text(XmpName name, String value) {
        return new XmpField(name, List.of(value));
    }

    /** Whether there is nothing in it. */
    boolean blank() {
        return values.stream().allMatch(String::isBlank);
    }

    /** Its values in one line for people. */
    public String shown() {
        return String.join(", ", values);
    }
}
