package mien.app.document;

import mien.engine.edit.RunSettings;

/** Run settings as they were kept; what was left to the model is missing there. */
final class StoredSettings {

    private StoredSettings() {}

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
