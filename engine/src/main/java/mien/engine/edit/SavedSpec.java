package mien.engine.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * A spec on its way to a file or back: all that was chosen, but not the source, which the file has
 * anyway. Nobody but the system that wrote it looks inside.
 *
 * @param version the system's own, from 1; a newer one is refused by an older Mien
 * @param values what can be written as text; not copied, do not change it
 * @param pictures further pictures by name, such as one that something was taken from
 * @param masks masks by name
 */
public record SavedSpec(
        int version, ObjectNode values, Map<String, Picture> pictures, Map<String, Mask> masks) {

    public SavedSpec {
        if (version < 1) {
            throw new EditException(
                    "A saved edit has a version from 1, but got %d: open an older copy."
                            .formatted(version));
        }
        pictures = Map.copyOf(pictures);
        masks = Map.copyOf(masks);
    }
}
