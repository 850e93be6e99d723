package mien.engine.edit.faceswap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mien.engine.edit.SavedFields;
import mien.engine.edit.faceswap.FaceParser.Normalisation;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.edit.faceswap.SwapSettings.Shown;
import mien.engine.nn.Layers.Statistics;

/** The guidance of face swaps in files, by words and numbers that stay the same. */
final class SavedGuidance {

    private SavedGuidance() {}

    static ObjectNode saved(SwapGuidance g) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        Guiding guiding = g.guiding();
        ArrayNode pulls = out.putArray("pulls");
        new TreeMap<>(guiding.pulls())
                .forEach(
                        (expert, pull) ->
                                pulls.addObject()
                                        .put("expert", expert)
                                        .put("weight", pull.weight())
                                        .put("from", pull.window().from())
                                        .put("to", pull.window().to()));
        out.put("distance", SwapControls.word(guiding.distance()))
                .put("shown", SwapControls.word(guiding.shown()))
                .put("form", SwapControls.word(guiding.form()))
                .put("copies", guiding.copies())
                .put("parsing", SwapControls.word(guiding.parsing()))
                .put("eyes", SwapControls.word(guiding.eyes()))
                .put("full-from", g.blending().fullFrom())
                .put("between", g.blending().between())
                .put("matched", g.blending().matched())
                .put("depth", g.depth());
        g.off().stream().sorted().forEach(out.putArray("off")::add);
        return out;
    }

    static SwapGuidance restored(SavedFields in) {
        Map<String, Pull> pulls = new HashMap<>();
        for (SavedFields one : in.sections("pulls")) {
            pulls.put(one.text("expert"), pull(one));
        }
        try {
            Guiding guiding =
                    new Guiding(
                            pulls,
                            value(in, "distance", Distance.values()),
                            value(in, "shown", Shown.values()),
                            value(in, "form", Form.values()),
                            (int) in.real("copies"),
                            value(in, "parsing", Normalisation.values()),
                            value(in, "eyes", Statistics.values()));
            Blending blending =
                    new Blending(in.real("full-from"), in.flag("between"), in.flag("matched"));
            return new SwapGuidance(
                    guiding, Set.copyOf(in.texts("off")), blending, in.real("depth"));
        } catch (IllegalArgumentException e) {
            throw in.damaged("full-from", "is out of range");
        }
    }

    private static Pull pull(SavedFields in) {
        try {
            return new Pull(in.real("weight"), new Window(in.real("from"), in.real("to")));
        } catch (IllegalArgumentException e) {
            throw in.damaged("weight", "is no expert's: " + e.getMessage());
        }
    }

    /** The constant of a word that was saved. */
    static <E extends Enum<E>> E value(SavedFields in, String key, E[] values) {
        String word = in.text(key);
        return Stream.of(values)
                .filter(v -> SwapControls.word(v).equals(word))
                .findFirst()
                .orElseThrow(() -> in.damaged(key, "is a word that this Mien does not know"));
    }
}
