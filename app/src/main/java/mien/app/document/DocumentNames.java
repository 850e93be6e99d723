package mien.app.document;

import java.nio.file.Path;
import java.util.Locale;

/** What documents and their files are called. */
public final class DocumentNames {

    /** The ending of documents. */
    public static final String ENDING = ".mien";

    /** Longer names trouble some file systems, and no title has room for them. */
    static final int LONGEST = 120;

    private static final String RESERVED = "[\\\\/:*?\"<>|]";

    private DocumentNames() {}

    /** A name without what cannot be shown, of at most 120 letters. */
    static String tidy(String name) {
        String shown = name.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e]+", " ").strip();
        if (shown.codePointCount(0, shown.length()) <= LONGEST) {
            return shown;
        }
        return shown.substring(0, shown.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** The file a name stands for: the ending is added where it is missing. */
    public static Path named(Path chosen) {
        String name = chosen.getFileName().toString();
        return isDocument(chosen) ? chosen : chosen.resolveSibling(name + ENDING);
    }

    /** Whether the ending says so. */
    public static boolean isDocument(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** What to call the file of a document: {@code anna.jpg} becomes {@code anna.mien}. */
    public static String proposed(String name) {
        String plain = tidy(name).replaceAll(RESERVED, "_");
        int dot = plain.lastIndexOf('.');
        boolean ending = dot > 0 && plain.length() - dot <= 5;
        String stem = (ending ? plain.substring(0, dot) : plain).strip();
        return (stem.isEmpty() || stem.startsWith(".") ? "picture" + stem : stem) + ENDING;
    }
}
