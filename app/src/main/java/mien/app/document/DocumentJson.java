package mien.app.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import mien.app.text.Saying;
import mien.engine.edit.EditException;
import mien.engine.edit.SavedSpec;
import mien.engine.edit.SettingsJson;
import mien.engine.picture.Picture;

/** A document as text; its pictures lie beside it, named by their hash. */
public final class DocumentJson {

    static final String FORMAT = "mien-document";

    private static final int MOST_EDITS = 1_000;
    private static final int MOST_MARKS = 10_000;
    private static final int MOST_ATTACHMENTS = 1_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DocumentJson() {}

    /**
     * What was read.
     *
     * @param state the document
     * @param lost what of it could not be read and can be made again, a sentence each
     */
    public record Opened(DocumentState state, List<Saying> lost) {

        public Opened {
            lost = List.copyOf(lost);
        }
    }

    /** The text of a document; its pictures go to the sink. */
    public static ObjectNode write(DocumentState s, Assets.Sink assets) {
        ObjectNode json = JSON.objectNode();
        json.put("format", FORMAT).put("schema", Migrations.SCHEMA).put("name", s.name());
        json.put("picture", assets.picture(s.picture()));
        ArrayNode edits = json.putArray("edits");
        s.edits().forEach(e -> edits.add(edit(e, assets)));
        json.put("active", s.active());
        ArrayNode marks = json.putArray("marks");
        for (Mark m : s.marks()) {
            ObjectNode mark = marks.addObject().put("label", m.label()).put("at", m.at());
            mark.set("edit", edit(m.edit(), assets));
        }
        json.set("view", view(s.view()));
        return json;
    }

    private static ObjectNode edit(Edit e, Assets.Sink assets) {
        SavedSpec saved = e.saved();
        ObjectNode json = JSON.objectNode().put("system", e.system());
        ObjectNode spec = json.putObject("spec").put("version", saved.version());
        spec.set("values", saved.values());
        ObjectNode pictures = spec.putObject("pictures");
        new TreeMap<>(saved.pictures()).forEach((n, p) -> pictures.put(n, assets.picture(p)));
        ObjectNode masks = spec.putObject("masks");
        new TreeMap<>(saved.masks()).forEach((n, m) -> masks.put(n, assets.mask(m)));
        json.set("settings", SettingsJson.of(e.settings()));
        e.pack().ifPresent(p -> json.put("pack", p));
        e.result().ifPresent(r -> json.put("result", assets.picture(r)));
        return json;
    }

    private static ObjectNode view(View v) {
        ObjectNode json = JSON.objectNode().put("scale", v.scale()).put("x", v.x());
        json.put("y", v.y()).put("turn", v.turn()).put("mirrored", v.mirrored());
        v.room().ifPresent(r -> json.put("room", r));
        return json;
    }

    /**
     * Reads the text of a document of any schema up to this one's.
     *
     * @throws Malformed if it is none, newer, or damaged
     */
    public static Opened read(JsonNode text, Assets.Source assets) {
        Fields json = new Fields("document", Migrations.migrated(text));
        List<Saying> lost = new ArrayList<>();
        Picture picture = assets.picture(json.hash("picture"));
        List<Edit> edits = new ArrayList<>();
        for (Fields e : json.objects("edits", MOST_EDITS)) {
            edits.add(edit(e, assets, lost));
        }
        List<Mark> marks = new ArrayList<>();
        for (Fields m : json.objects("marks", MOST_MARKS)) {
            Edit edit = edit(m.object("edit"), assets, lost);
            marks.add(new Mark(m.text("label"), Math.max(0, m.whole("at")), edit));
        }
        int active = Math.max(0, Math.min(json.whole("active"), edits.size() - 1));
        DocumentState state =
                new DocumentState(
                        json.text("name"),
                        picture,
                        edits,
                        active,
                        marks,
                        view(json.object("view")));
        return new Opened(state, lost);
    }

    private static StoredEdit edit(Fields e, Assets.Source assets, List<Saying> lost) {
        Fields spec = e.object("spec");
        if (spec.whole("version") < 1) {
            throw spec.damaged("damage.field.version");
        }
        SavedSpec saved =
                new SavedSpec(
                        spec.whole("version"),
                        spec.values("values"),
                        fetched(spec.hashes("pictures", MOST_ATTACHMENTS), assets::picture),
                        fetched(spec.hashes("masks", MOST_ATTACHMENTS), assets::mask));
        try {
            return new StoredEdit(
                    e.text("system"),
                    saved,
                    StoredSettings.read(e.object("settings")),
                    e.optionalText("pack"),
                    e.optionalHash("result").flatMap(hash -> result(hash, assets, lost)));
        } catch (EditException refused) {
            throw new Malformed("damage.setting", refused.getMessage());
        }
    }

    private static <T> Map<String, T> fetched(Map<String, String> hashes, Function<String, T> by) {
        Map<String, T> all = new LinkedHashMap<>();
        hashes.forEach((name, hash) -> all.put(name, by.apply(hash)));
        return all;
    }

    /** A result can be made again: the document opens without it. */
    private static Optional<Picture> result(String hash, Assets.Source assets, List<Saying> lost) {
        try {
            return Optional.of(assets.picture(hash));
        } catch (Malformed e) {
            lost.add(e.what());
            return Optional.empty();
        }
    }

    private static View view(Fields v) {
        return new View(
                Math.max(0, v.real("scale")),
                v.real("x"),
                v.real("y"),
                v.real("turn"),
                v.flag("mirrored"),
                v.optionalText("room"));
    }
}
