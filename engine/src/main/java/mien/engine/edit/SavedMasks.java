package mien.engine.edit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mien.engine.picture.Mask;
import mien.engine.picture.PictureException;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;

/** The masks of a spec in a {@link SavedSpec}: pixels apart, all else as text. */
public final class SavedMasks {

    private SavedMasks() {}

    /**
     * What {@link #of} reads.
     *
     * @param key the masks' pixels are named {@code key-0}, {@code key-1}, …
     */
    public static ObjectNode values(String key, MaskSet set) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.put("selected", set.selected());
        ArrayNode masks = values.putArray("masks");
        for (int i = 0; i < set.masks().size(); i++) {
            MaskSet.Named named = set.masks().get(i);
            masks.addObject()
                    .put("name", named.name())
                    .put("pixels", pixels(key, i))
                    .put("grow", named.mask().grow())
                    .put("feather", named.mask().feather())
                    .put("inverted", named.mask().inverted());
        }
        return values;
    }

    /** The pixels by the names that {@link #values} gives them. */
    public static Map<String, Mask> pixels(String key, MaskSet set) {
        Map<String, Mask> pixels = new LinkedHashMap<>();
        for (int i = 0; i < set.masks().size(); i++) {
            pixels.put(pixels(key, i), set.masks().get(i).mask().painted().plain());
        }
        return pixels;
    }

    private static String pixels(String key, int i) {
        return key + "-" + i;
    }

    /**
     * @param in the section that {@link #values} made
     * @param none a set without masks, of the size they should have
     * @throws EditException if they are damaged or of another size
     */
    public static MaskSet of(SavedFields in, SavedSpec saved, MaskSet none) {
        List<MaskSet.Named> masks = new ArrayList<>();
        for (SavedFields one : in.sections("masks")) {
            Mask pixels = saved.masks().get(one.text("pixels"));
            if (pixels == null) {
                throw one.damaged("pixels", "names a mask that is not there");
            }
            try {
                masks.add(new MaskSet.Named(one.text("name"), mask(one, pixels)));
            } catch (IllegalArgumentException e) {
                throw one.damaged("grow", "is no mask's: " + e.getMessage());
            }
        }
        try {
            return new MaskSet(none.width(), none.height(), masks, (int) in.real("selected"));
        } catch (IllegalArgumentException | PictureException e) { // two of one name, another size
            throw in.damaged("masks", "do not fit: " + e.getMessage());
        }
    }

    private static EditableMask mask(SavedFields in, Mask pixels) {
        return new EditableMask(
                TiledMask.of(pixels), in.real("grow"), in.real("feather"), in.flag("inverted"));
    }
}
