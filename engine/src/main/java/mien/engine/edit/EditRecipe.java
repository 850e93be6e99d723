package mien.engine.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;
import mien.engine.picture.ContentHash;
import mien.engine.picture.Picture;

/**
 * What it takes to repeat a run, as JSON that travels in the exported picture: the system, the
 * model, the settings, every value of the spec, and the check sum of the source. Pictures and masks
 * that the spec holds are only named: an edit with them is repeated from its document.
 *
 * @param json one JSON object
 */
public record EditRecipe(ObjectNode json) {

    private static final String FORMAT = "mien-recipe";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The recipe of a run.
     *
     * @param model the id of the pack that was used
     * @param name what the source is called
     */
    public static <S extends EditSpec> EditRecipe of(
            EditSystem<S> system, S spec, RunSettings settings, String model, String name) {
        SavedSpec saved = system.save(spec);
        ObjectNode json = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
        json.put("system", system.id()).put("model", model);
        ObjectNode run =
                SettingsJson.of(settings.withSampler(settings.samplerOr(system.sampler())));
        run.remove(SettingsJson.MODEL); // the one that was used stands beside it
        json.set("run", run);
        ObjectNode source = json.putObject("source").put("name", name);
        source.put("width", spec.source().width()).put("height", spec.source().height());
        source.put("sha256", ContentHash.of(spec.source()));
        ObjectNode chosen = json.putObject("spec").put("version", saved.version());
        chosen.set("values", saved.values());
        new TreeSet<>(saved.pictures().keySet()).forEach(chosen.withArray("pictures")::add);
        new TreeSet<>(saved.masks().keySet()).forEach(chosen.withArray("masks")::add);
        return new EditRecipe(json);
    }

    /**
     * A recipe as it was found in a file.
     *
     * @throws EditException if it is none, damaged, or of a newer Mien
     */
    public static EditRecipe read(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode json
                    && json.path("format").asText().equals(FORMAT)) {
                if (json.path("version").asInt() > VERSION) {
                    throw new EditException(
                            "The recipe in the picture was written by a newer Mien: update Mien to"
                                    + " use it.");
                }
                return new EditRecipe(json);
            }
        } catch (JsonProcessingException e) {
            throw new EditException(
                    "The recipe in the picture is damaged: use another copy of it.", e);
        }
        throw new EditException("The picture holds no recipe of Mien's: open its document.");
    }

    /** The id of the system that made it. */
    public String system() {
        return json.path("system").asText();
    }

    /** The id of the pack that was used. */
    public String model() {
        return json.path("model").asText();
    }

    /** What the source was called. */
    public String source() {
        return json.path("source").path("name").asText();
    }

    /** How it was run, with the model that was used. */
    public RunSettings settings() {
        JsonNode run = json.path("run");
        RunSettings settings =
                RunSettings.DEFAULT
                        .withSeed(run.path("seed").asLong())
                        .withSampler(run.path("sampler").asText())
                        .withEta(run.path("eta").asDouble())
                        .withPrecision(run.path("precision").asText())
                        .withDevice(run.path("device").asText());
        settings = run.has("steps") ? settings.withSteps(run.path("steps").asInt()) : settings;
        settings =
                run.has("temperature")
                        ? settings.withTemperature(run.path("temperature").asDouble())
                        : settings;
        return model().isEmpty() ? settings : settings.withModel(model());
    }

    /**
     * The spec, on the picture it was made from.
     *
     * @throws EditException if it is another picture, another system, or takes more than values
     */
    public <S extends EditSpec> S spec(EditSystem<S> system, Picture picture) {
        if (!system.id().equals(system())) {
            throw new EditException(
                    "The recipe is for '%s', not '%s': use it there."
                            .formatted(system(), system.id()));
        }
        if (!json.path("source").path("sha256").asText().equals(ContentHash.of(picture))) {
            throw new EditException(
                    "The recipe was made for another picture ('%s'): open that one first."
                            .formatted(source()));
        }
        JsonNode chosen = json.path("spec");
        if (chosen.path("pictures").size() + chosen.path("masks").size() > 0) {
            throw new EditException(
                    "The recipe needs further pictures or masks: open the document it came from.");
        }
        if (!(chosen.path("values") instanceof ObjectNode values)) {
            throw new EditException(
                    "The recipe in the picture is damaged: use another copy of it.");
        }
        return system.restore(
                new SavedSpec(chosen.path("version").asInt(), values, Map.of(), Map.of()), picture);
    }

    /** The recipe as text. */
    public String text() {
        return json.toString();
    }
}
