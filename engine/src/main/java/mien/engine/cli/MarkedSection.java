package mien.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a Markdown page that a program writes, between two comments; all else in the page
 * stays.
 */
final class MarkedSection {

    private MarkedSection() {}

    /** Replaces the section of a name, or adds it at the end of the page. */
    static void replace(Path page, String name, String content) {
        String begin = "<!-- %s: written by the program -->\n".formatted(name);
        String end = "<!-- end of %s -->\n".formatted(name);
        try {
            String text = Files.exists(page) ? Files.readString(page) : "";
            int from = text.indexOf(begin);
            int to = text.indexOf(end);
            String section = begin + "\n" + content.stripTrailing() + "\n\n" + end;
            String whole =
                    from >= 0 && to > from
                            ? text.substring(0, from) + section + text.substring(to + end.length())
                            : text
                                    + (text.isEmpty() || text.endsWith("\n\n") ? "" : "\n")
                                    + section;
            Outputs.write(whole, page);
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be read; check the path and its permissions.".formatted(page), e);
        }
    }
}
