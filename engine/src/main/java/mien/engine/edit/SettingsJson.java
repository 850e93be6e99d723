package mien.engine.edit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Run settings as JSON; what was left to the model stays away. */
public final class SettingsJson {

    /** The entry that names the model. */
    static final String MODEL = "model";

    private SettingsJson() {}

    /** One object, under the names of {@link RunSettings}. */
    public static ObjectNode of(RunSettings s) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("seed", s.seed());
        s.steps().ifPresent(n -> json.put("steps", n));
        json.put("sampler", s.sampler()).put("eta", s.eta());
        s.temperature().ifPresent(t -> json.put("temperature", t));
        json.put("precision", s.precision()).put("device", s.device());
        s.model().ifPresent(m -> json.put(MODEL, m));
        return json;
    }
}
