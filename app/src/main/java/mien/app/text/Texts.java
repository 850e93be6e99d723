package mien.app.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of one language. */
public final class Texts {

    /** The languages there are. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

    private static final String BUNDLE = "mien.ui.text.studio";

    private final Locale language;
    private final ResourceBundle bundle;

    private Texts(Locale language) {
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        Texts.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** The words of a language, or English ones where Mien does not speak it. */
    public static Texts of(Locale wanted) {
        return new Texts(
                LANGUAGES.stream()
                        .filter(l -> l.getLanguage().equals(wanted.getLanguage()))
                        .findFirst()
                        .orElse(Locale.ENGLISH));
    }

    public Locale language() {
        return language;
    }

    /** The text of a key, its {0}, {1}, … filled in; what is a saying is said. */
    public String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        Object[] said = Arrays.stream(values).map(this::said).toArray();
        return said.length == 0 ? pattern : new MessageFormat(pattern, language).format(said);
    }

    private Object said(Object value) {
        return value instanceof Saying saying ? saying.in(this) : value;
    }

    /** The text of a key, if there is one. */
    public Optional<String> optional(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /**
     * What a control, group, handle or system is called. One of a numbered row without names of its
     * own (key {@code control.shape.*}) is called by its number; one nobody wrote a word for by the
     * last part of its id.
     */
    public String name(String kind, String id) {
        int dot = id.lastIndexOf('.');
        String last = id.substring(dot + 1);
        return optional(kind + "." + id)
                .or(() -> numbered(kind + "." + id.substring(0, dot + 1) + "*", last))
                .orElseGet(() -> spaced(last));
    }

    private Optional<String> numbered(String key, String last) {
        boolean number = !last.isEmpty() && last.chars().allMatch(Character::isDigit);
        return number && bundle.containsKey(key)
                ? Optional.of(text(key, Integer.toString(Integer.parseInt(last) + 1)))
                : Optional.empty();
    }

    /** {@code upperLipRaise} becomes {@code Upper lip raise}. */
    private static String spaced(String id) {
        StringBuilder words = new StringBuilder();
        for (char c : id.replace('-', ' ').toCharArray()) {
            boolean first = words.length() == 0;
            if (Character.isUpperCase(c) && !first) {
                words.append(' ');
            }
            words.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return words.toString();
    }
}
