package mien.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*([^;]+);");
    private static final Pattern RULE = Pattern.compile("([^{}/*]+)\\{([^}]*)}");
    private static final Pattern USE = Pattern.compile("-mien-[a-z-]+");
    private static final Set<String> OF_CONTROLS =
            Set.of("-mien-handle", "-mien-handle-line", "-mien-handle-shade");

    private static String sheet(String name) throws IOException {
        try (InputStream in =
                TokensTest.class.getResourceAsStream("/mien/ui/css/" + name + ".css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> tokens(String name) throws IOException {
        Map<String, String> tokens = new TreeMap<>();
        Matcher m = TOKEN.matcher(sheet(name));
        while (m.find()) {
            tokens.put(m.group(1), m.group(2).strip());
        }
        return tokens;
    }

    /** Relative luminance (WCAG 2.2) of a colour such as {@code #1e1e1f}. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double v = (rgb >> 16 - 8 * i & 0xff) / 255.0;
            sum += weights[i] * (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(String a, String b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens-dark", "tokens-light"})
    void wordsCanBeReadOnEveryGroundTheyStandOn(String theme) throws IOException {
        Map<String, String> t = tokens(theme);
        Set<String> faint = new TreeSet<>();
        for (String ground : List.of("-mien-panel", "-mien-bar", "-color-bg-overlay")) {
            for (String ink :
                    List.of(
                            "-mien-ink",
                            "-mien-ink-muted",
                            "-mien-ink-faint",
                            "-color-accent-fg")) {
                need(t, ink, ground, faint);
            }
        }
        for (String ground : List.of("-mien-field", "-mien-field-hover", "-mien-field-pressed")) {
            need(t, "-mien-ink", ground, faint);
        }
        need(t, "-mien-ink", "-mien-accent-fill", faint);
        need(t, "-mien-accent-ink", "-mien-accent", faint);
        assertEquals(Set.of(), faint);
    }

    private static void need(
            Map<String, String> tokens, String ink, String ground, Set<String> faint) {
        need(tokens, ink, ground, 4.5, faint);
    }

    private static void need(
            Map<String, String> tokens,
            String ink,
            String ground,
            double least,
            Set<String> faint) {
        double contrast = contrast(tokens.get(ink), tokens.get(ground));
        if (contrast < least) {
            faint.add("%s on %s: %.2f".formatted(ink, ground, contrast));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens-dark", "tokens-light"})
    void whatARuleWritesCanBeReadOnWhatTheSameRulePaints(String theme) throws IOException {
        Map<String, String> t = tokens(theme);
        Set<String> faint = new TreeSet<>();
        Set<String> checked = new TreeSet<>();
        for (String name : Themes.sheets()) {
            Matcher rule = RULE.matcher(sheet(name));
            while (rule.find()) {
                Map<String, String> says = new TreeMap<>();
                TOKEN.matcher(rule.group(2))
                        .results()
                        .forEach(m -> says.put(m.group(1), m.group(2).strip()));
                String ground = says.getOrDefault("-fx-background-color", "");
                String ink = says.getOrDefault("-fx-text-fill", "");
                if (opaque(t, ground) && opaque(t, ink)) {
                    checked.add(rule.group(1).strip());
                    need(t, ink, ground, faint);
                }
            }
        }
        assertEquals(Set.of(), faint);
        assertTrue(checked.contains(".hold-jobs:selected"), "the queue is held: " + checked);
    }

    private static boolean opaque(Map<String, String> tokens, String token) {
        return tokens.getOrDefault(token, "").startsWith("#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens-dark", "tokens-light"})
    void theCrossOfAPadIsSeenOnItsGround(String theme) throws IOException {
        Map<String, String> t = tokens(theme);
        Map<String, String> rules = new TreeMap<>();
        Matcher rule = RULE.matcher(sheet("pad"));
        while (rule.find()) {
            rules.put(rule.group(1).strip(), rule.group(2));
        }
        Matcher stroke = TOKEN.matcher(rules.get(".pad > .axis"));
        assertTrue(stroke.find());
        Set<String> faint = new TreeSet<>();
        for (String ground : List.of("-mien-field", "-mien-field-hover")) {
            need(t, stroke.group(2).strip(), ground, 3, faint); // WCAG 2.2: what is no text
        }
        assertEquals(Set.of(), faint);
    }

    @Test
    void bothThemesHaveTheSameTokens() throws IOException {
        assertEquals(tokens("tokens-dark").keySet(), tokens("tokens-light").keySet());
    }

    @Test
    void everyTokenThatIsUsedExists() throws IOException {
        Set<String> known = new HashSet<>(tokens("tokens-dark").keySet());
        known.addAll(OF_CONTROLS);
        int used = 0;
        for (String name : Themes.sheets()) {
            Matcher m = USE.matcher(sheet(name));
            while (m.find()) {
                used++;
                assertTrue(known.contains(m.group()), m.group() + " in " + name);
            }
        }
        assertTrue(used > 50, "found " + used);
    }
}
