package mien.engine.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Latent diffusion's layout of moving averages: beside {@code model.NAME} lies {@code
 * model_ema.NAME}, the name written without its dots.
 */
final class Averaged {

    private static final String PLAIN = "model.";
    private static final String AVERAGE = "model_ema.";

    private Averaged() {}

    /** The averages under the names of what they are averages of; empty when there are none. */
    static Optional<StoredTensors> of(StoredTensors all) {
        Map<String, String> names = new LinkedHashMap<>();
        boolean any = false;
        for (String name : all.names()) {
            String average = average(name);
            if (all.names().contains(average)) {
                names.put(name, average);
                any = true;
            } else if (!name.startsWith(AVERAGE)) {
                names.put(name, name);
            }
        }
        return any ? Optional.of(new Section(all, names)) : Optional.empty();
    }

    /** What the average of a weight would be called. */
    private static String average(String name) {
        return name.startsWith(PLAIN)
                ? AVERAGE + name.substring(PLAIN.length()).replace(".", "")
                : "";
    }
}
