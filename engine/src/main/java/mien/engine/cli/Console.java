package mien.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;

/**
 * Where a verb speaks.
 *
 * @param out results
 * @param err progress, notices and errors
 * @param interactive whether a person watches: without one nothing is drawn over
 */
record Console(PrintWriter out, PrintWriter err, boolean interactive) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void say(JsonNode json) {
        try {
            say(JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** Something to know that is not the result. */
    void warn(String line) {
        err.println(line);
        err.flush();
    }

    /** A bar for work of so many parts. */
    ProgressBar bar(String label) {
        return new ProgressBar(err, label, interactive);
    }
}
