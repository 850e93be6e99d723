package mien.app.models;

import java.util.Locale;
import mien.app.text.Texts;

/** How sizes and words of the engine are written for people. */
final class Wording {

    private static final long KB = 1000;
    private static final long MB = KB * 1000;
    private static final long GB = MB * 1000;

    private Wording() {}

    /** "434 MB", "1.7 GB". */
    static String size(long bytes, Texts texts) {
        if (bytes >= GB) {
            return String.format(texts.language(), "%.1f GB", (double) bytes / GB);
        }
        if (bytes >= MB) {
            return bytes / MB + " MB";
        }
        return bytes >= KB ? bytes / KB + " kB" : bytes + " B";
    }

    /** What begins small in a list begins with a capital where it stands alone. */
    static String sentence(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** How many numbers a network has: "93 M". */
    static String numbers(long numbers, Texts texts) {
        return numbers >= MB
                ? String.format(texts.language(), "%.1f M", (double) numbers / MB)
                : Long.toString(numbers);
    }
}
