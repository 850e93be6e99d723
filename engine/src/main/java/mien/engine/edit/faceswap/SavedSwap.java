package mien.engine.edit.faceswap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mien.engine.edit.EditException;
import mien.engine.edit.SavedFields;
import mien.engine.edit.SavedMasks;
import mien.engine.edit.SavedSpec;
import mien.engine.face.Landmarks68;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.MaskSet;

/** Face swaps in files. The version goes up when an older Mien would misread the file. */
final class SavedSwap {

    static final int VERSION = 1;

    private static final String WHERE = "where";
    private static final String DONOR = "donor";
    private static final String FOUND = "found";

    private SavedSwap() {}

    static SavedSpec saved(SwapSpec s) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        Map<String, Picture> portraits = new LinkedHashMap<>();
        ArrayNode faces = values.putArray("faces");
        for (SwapFace face : s.faces()) {
            faces.add(face(face, portraits));
        }
        values.set("usual", SavedGuidance.saved(s.usual()));
        values.set("guidance", SavedGuidance.saved(s.guidance()));
        values.set(WHERE, area(s.where()));
        values.put("strength", s.strength());
        return new SavedSpec(
                VERSION, values, portraits, SavedMasks.pixels(WHERE, s.where().painted()));
    }

    private static ObjectNode face(SwapFace face, Map<String, Picture> portraits) {
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("id", face.id());
        face.found().ifPresent(f -> out.set(FOUND, SavedFields.row(f.xy())));
        out.set("points", SavedFields.row(face.points().xy()));
        out.put("chosen", face.chosen());
        face.donor()
                .ifPresent(
                        donor -> {
                            String key = DONOR + "-" + face.id();
                            portraits.put(key, donor.portrait());
                            out.putObject(DONOR)
                                    .put("portrait", key)
                                    .put("name", donor.name())
                                    .put("rights", donor.rights());
                        });
        return out;
    }

    private static ObjectNode area(SwapArea area) {
        ObjectNode out = SavedMasks.values(WHERE, area.painted());
        out.put("join", SwapControls.word(area.how())).put("band", area.band());
        area.further().stream().sorted().forEach(out.putArray("further")::add);
        return out;
    }

    /**
     * @throws EditException if the spec is newer or damaged
     */
    static SwapSpec restored(SavedSpec saved, Picture source) {
        SavedFields in = SavedFields.of("face swap", saved, VERSION);
        List<SwapFace> faces = new ArrayList<>();
        for (SavedFields face : in.sections("faces")) {
            faces.add(face(face, saved));
        }
        MaskSet none = MaskSet.none(source.width(), source.height());
        return new SwapSpec(
                source,
                faces,
                SavedGuidance.restored(in.section("usual")),
                SavedGuidance.restored(in.section("guidance")),
                area(in.section(WHERE), saved, none),
                in.real("strength"));
    }

    private static SwapFace face(SavedFields in, SavedSpec saved) {
        Optional<Landmarks68> found =
                in.has(FOUND)
                        ? Optional.of(new Landmarks68(in.reals(FOUND, 2 * Landmarks68.COUNT)))
                        : Optional.empty();
        FivePoints points = FivePoints.of(in.reals("points", 10));
        Optional<Donor> donor =
                in.has(DONOR) ? Optional.of(donor(in.section(DONOR), saved)) : Optional.empty();
        return new SwapFace((int) in.real("id"), found, points, in.flag("chosen"), donor);
    }

    private static Donor donor(SavedFields in, SavedSpec saved) {
        Picture portrait = saved.pictures().get(in.text("portrait"));
        if (portrait == null) {
            throw in.damaged("portrait", "names a picture that is not there");
        }
        return new Donor(portrait, in.text("name"), in.text("rights"));
    }

    private static SwapArea area(SavedFields in, SavedSpec saved, MaskSet none) {
        List<String> further = in.texts("further");
        if (!SwapArea.FURTHER.keySet().containsAll(further)) {
            throw in.damaged("further", "names a part that this Mien does not know");
        }
        return new SwapArea(
                SavedMasks.of(in, saved, none),
                SavedGuidance.value(in, "join", SwapArea.How.values()),
                Set.copyOf(further),
                in.real("band"));
    }
}
