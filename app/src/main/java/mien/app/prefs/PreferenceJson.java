package mien.app.prefs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Preferences as JSON. What is missing is as it came; what has the wrong kind or an impossible
 * value makes the whole file broken.
 */
final class PreferenceJson {

    private PreferenceJson() {}

    static ObjectNode write(Preferences p) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode window = json.putObject("window");
        window.put("width", p.window().width())
                .put("height", p.window().height())
                .put("maximised", p.window().maximised());
        p.window().place().ifPresent(at -> window.put("x", at.x()).put("y", at.y()));
        ObjectNode panels = window.putObject("panels");
        new TreeMap<>(p.window().panels()).forEach(panels::put);
        json.put("theme", p.theme().name().toLowerCase(Locale.ROOT));
        p.language().ifPresent(l -> json.put("language", l.toLanguageTag()));
        ObjectNode steps = json.putObject("steps");
        new TreeMap<>(p.steps()).forEach(steps::put);
        p.folder().ifPresent(f -> json.put("folder", f.toString()));
        work(json.putObject("work"), p.work());
        ObjectNode keys = json.putObject("keys");
        new TreeMap<>(p.keys()).forEach((id, gestures) -> gestures.forEach(keys.putArray(id)::add));
        return json.put("tour_seen", p.tourSeen());
    }

    private static void work(ObjectNode json, Work w) {
        ArrayNode folders = json.putArray("model_folders");
        w.modelFolders().forEach(f -> folders.add(f.toString()));
        json.put("device", w.device())
                .put("precision", w.precision())
                .put("threads", w.threads())
                .put("previews", w.previews())
                .put("preview_strength", w.previewStrength())
                .put("autosave", w.autosave());
        Work.Export e = w.export();
        json.putObject("export")
                .put("format", e.format())
                .put("quality", e.quality())
                .put("recipe", e.recipe())
                .put("share", e.share())
                .put("original_size", e.originalSize())
                .put("steps", e.steps());
    }

    /**
     * @throws IllegalArgumentException if something in it cannot be
     */
    static Preferences read(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        Preferences d = Preferences.DEFAULT;
        return new Preferences(
                window(json.path("window"), d.window()),
                ThemeChoice.valueOf(
                        text(json, "theme").orElse(d.theme().name()).toUpperCase(Locale.ROOT)),
                text(json, "language").map(Locale::forLanguageTag),
                steps(json.path("steps")),
                text(json, "folder").map(Path::of),
                work(json.path("work"), d.work()),
                keys(json.path("keys")),
                yes(json, "tour_seen", d.tourSeen()));
    }

    /** One number for all systems, as earlier versions wrote, was seldom chosen: it is let go. */
    private static Map<String, Integer> steps(JsonNode json) {
        Map<String, Integer> steps = new HashMap<>();
        kind(json.isMissingNode() || json.isObject() || json.isInt(), "steps", json)
                .properties()
                .forEach(system -> steps.put(system.getKey(), whole(json, system.getKey(), 0)));
        return steps;
    }

    private static Preferences.Window window(JsonNode json, Preferences.Window d) {
        Map<String, Double> panels = new HashMap<>();
        json.path("panels")
                .properties()
                .forEach(p -> panels.put(p.getKey(), number(json.path("panels"), p.getKey(), 0)));
        Optional<Preferences.Window.Place> place =
                json.has("x") && json.has("y")
                        ? Optional.of(
                                new Preferences.Window.Place(
                                        number(json, "x", 0), number(json, "y", 0)))
                        : Optional.empty();
        return new Preferences.Window(
                number(json, "width", d.width()),
                number(json, "height", d.height()),
                yes(json, "maximised", d.maximised()),
                place,
                panels);
    }

    private static Work work(JsonNode json, Work d) {
        Work.Export e = d.export();
        JsonNode export = json.path("export");
        return new Work(
                texts(json.path("model_folders")).stream().map(Path::of).toList(),
                text(json, "device").orElse(d.device()),
                text(json, "precision").orElse(d.precision()),
                whole(json, "threads", d.threads()),
                yes(json, "previews", d.previews()),
                number(json, "preview_strength", d.previewStrength()),
                yes(json, "autosave", d.autosave()),
                new Work.Export(
                        text(export, "format").orElse(e.format()),
                        whole(export, "quality", e.quality()),
                        yes(export, "recipe", e.recipe()),
                        yes(export, "share", e.share()),
                        yes(export, "original_size", e.originalSize()),
                        yes(export, "steps", e.steps())));
    }

    private static Map<String, List<String>> keys(JsonNode json) {
        Map<String, List<String>> keys = new HashMap<>();
        json.properties().forEach(entry -> keys.put(entry.getKey(), texts(entry.getValue())));
        return keys;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : json) {
            texts.add(kind(one.isTextual(), "a list of texts", one).asText());
        }
        return texts;
    }

    private static Optional<String> text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isMissingNode()
                ? Optional.empty()
                : Optional.of(kind(value.isTextual(), key, value).asText());
    }

    private static double number(JsonNode json, String key, double otherwise) {
        JsonNode value = json.path(key);
        return value.isMissingNode() ? otherwise : kind(value.isNumber(), key, value).asDouble();
    }

    private static int whole(JsonNode json, String key, int otherwise) {
        JsonNode value = json.path(key);
        return value.isMissingNode() ? otherwise : kind(value.isInt(), key, value).asInt();
    }

    private static boolean yes(JsonNode json, String key, boolean otherwise) {
        JsonNode value = json.path(key);
        return value.isMissingNode() ? otherwise : kind(value.isBoolean(), key, value).asBoolean();
    }

    private static JsonNode kind(boolean right, String key, JsonNode value) {
        if (!right) {
            throw new IllegalArgumentException("'%s' cannot be %s".formatted(key, value));
        }
        return value;
    }
}
