package mien.app.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mien.engine.edit.RunSettings;

/** Run settings as text; what was left to the model stays away. */
final class SettingsJson {

    private SettingsJson() {}

    static ObjectNode write(RunSettings s) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("seed", s.seed());
        s.steps().ifPresent(n -> json.put("steps", n));
        json.put("sampler", s.sampler()).put("eta", s.eta());
        s.temperature().ifPresent(t -> json.put("temperature", t));
        json.put("precision", s.precision()).put("device", s.device());
        s.model().ifPresent(m -> json.put("model", m));
        return json;
    }

    /**
     * @throws mien.engine.edit.EditException if a value is off its scale
     */
    static RunSettings read(Fields in) {
        return new RunSettings(
                in.seed("seed"),
                in.optionalWhole("steps"),
                in.text("sampler"),
                in.real("eta"),
                in.optionalReal("temperature"),
                in.text("precision"),
                in.text("device"),
                in.optionalText("model"));
    }
}
