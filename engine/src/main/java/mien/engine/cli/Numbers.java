package mien.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of numbers as people type them and as files hold them. */
final class Numbers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Numbers() {}

    /**
     * "60,20" as numbers.
     *
     * @param least fewest numbers
     * @param most most numbers
     * @param form how it should have looked, such as {@code AZ,EL}
     */
    static double[] typed(String option, String text, int least, int most, String form) {
        String[] parts = text.split(",", -1);
        double[] numbers = new double[parts.length];
        boolean fits = parts.length >= least && parts.length <= most;
        for (int i = 0; fits && i < parts.length; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i].strip());
                fits = Double.isFinite(numbers[i]);
            } catch (NumberFormatException e) {
                fits = false;
            }
        }
        if (!fits) {
            throw new Refusal(
                    "%s takes %s, numbers joined by commas, but got '%s'."
                            .formatted(option, form, text));
        }
        return numbers;
    }

    /**
     * The numbers of a file: JSON (lists, also nested), or text with spaces, commas or lines
     * between them.
     */
    static float[] read(String option, Path file) {
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refusal("%s: %s cannot be read; check the path.".formatted(option, file), e);
        }
        try {
            return text.startsWith("[") ? listed(text) : spaced(text);
        } catch (IOException | NumberFormatException e) {
            throw new Refusal(
                    "%s: %s holds something else than numbers; write them as a JSON list or with spaces between."
                            .formatted(option, file),
                    e);
        }
    }

    private static float[] spaced(String text) {
        String[] words = text.split("[\\s,;]+");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Float.parseFloat(words[i]);
        }
        return numbers;
    }

    private static float[] listed(String text) throws IOException {
        List<Float> found = new ArrayList<>();
        collect(JSON.readTree(text), found);
        float[] numbers = new float[found.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = found.get(i);
        }
        return numbers;
    }

    private static void collect(JsonNode node, List<Float> found) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, found));
        } else if (node.isNumber()) {
            found.add(node.floatValue());
        } else {
            throw new NumberFormatException("not a number: " + node);
        }
    }
}
