package mien.app.shell;

import java.util.List;
import java.util.Optional;
import mien.app.text.Saying;

/**
 * Something to tell the person, in their language.
 *
 * @param key of the text
 * @param values what is filled into it
 * @param offer what can be done about it
 */
public record Notice(Kind kind, String key, List<Object> values, Optional<Offer> offer) {

    /** How a notice is meant. */
    public enum Kind {
        DONE,
        PROBLEM
    }

    /**
     * Something the person may want now.
     *
     * @param key of its name
     */
    public record Offer(String key, Runnable action) {}

    public Notice {
        values = List.copyOf(values);
    }

    static Notice done(String key, Object... values) {
        return new Notice(Kind.DONE, key, List.of(values), Optional.empty());
    }

    static Notice offer(String key, Offer offer, Object... values) {
        return new Notice(Kind.DONE, key, List.of(values), Optional.of(offer));
    }

    /** A sentence of the engine, which is for people already. */
    public static Notice problem(String sentence) {
        return problem(Saying.sentence(sentence));
    }

    public static Notice problem(Saying saying) {
        return new Notice(Kind.PROBLEM, saying.key(), saying.values(), Optional.empty());
    }
}
