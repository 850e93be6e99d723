package mien.app.shell;

import java.util.List;

/**
 * Something to tell the person, in their language.
 *
 * @param key of the text
 * @param values what is filled into it
 */
public record Notice(Kind kind, String key, List<Object> values) {

    /** How a notice is meant. */
    public enum Kind {
        DONE,
        PROBLEM
    }

    public Notice {
        values = List.copyOf(values);
    }

    static Notice done(String key, Object... values) {
        return new Notice(Kind.DONE, key, List.of(values));
    }

    /** A sentence of the engine, which is for people already. */
    public static Notice problem(String sentence) {
        return new Notice(Kind.PROBLEM, "notice.sentence", List.of(sentence));
    }
}
