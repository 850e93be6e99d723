package mien.engine.model.known;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which names belong to a group.
 *
 * @param patterns names in which {@code *} stands for any letters, dots too
 */
record NamePatterns(List<Pattern> patterns) {

    NamePatterns {
        patterns = List.copyOf(patterns);
    }

    static NamePatterns of(List<String> globs) {
        return new NamePatterns(globs.stream().map(NamePatterns::compiled).toList());
    }

    private static Pattern compiled(String glob) {
        return Pattern.compile(
                Arrays.stream(glob.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }

    boolean match(String name) {
        return patterns.stream().anyMatch(p -> p.matcher(name).matches());
    }
}
