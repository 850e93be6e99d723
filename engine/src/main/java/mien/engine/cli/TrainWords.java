package mien.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** What the process of a training says, line by line ({@link TrainChildVerb}). */
final class TrainWords implements Consumer<String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ERROR = "error";

    private final Consumer<JsonNode> progress;
    private final ObjectNode end = JSON.createObjectNode();
    private String stray = "its process ended";

    /**
     * @param progress told of every line that says how far it is
     */
    TrainWords(Consumer<JsonNode> progress) {
        this.progress = progress;
    }

    @Override
    public void accept(String line) {
        try {
            JsonNode told = JSON.readTree(line);
            if (told.has("loss_now")) {
                progress.accept(told);
            } else if (told.isObject()) {
                end.setAll((ObjectNode) told);
            }
        } catch (JsonProcessingException e) {
            stray = line; // of a library or the system
        }
    }

    /** How a training that came to its end went. */
    ObjectNode facts() {
        return end.deepCopy();
    }

    /** Why one ended that did not: its own word, else the last that anybody said. */
    String fault() {
        return end.path(ERROR).asText(stray);
    }
}
