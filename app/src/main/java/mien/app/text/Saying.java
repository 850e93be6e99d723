package mien.app.text;

import java.util.List;
import java.util.Locale;

/**
 * Something to say that is made where nobody knows in which language it will be read.
 *
 * @param key of the pattern
 * @param values what is filled in; a saying among them is said in the same language
 */
public record Saying(String key, List<Object> values) {

    public Saying {
        values = List.copyOf(values);
    }

    public static Saying of(String key, Object... values) {
        return new Saying(key, List.of(values));
    }

    /** A sentence that is for people already, such as one of the engine. */
    public static Saying sentence(String sentence) {
        return of("notice.sentence", sentence);
    }

    public String in(Texts texts) {
        return texts.text(key, values.toArray());
    }

    /** For the log, and for whoever has no words of their own. */
    public String english() {
        return in(Texts.of(Locale.ENGLISH));
    }
}
