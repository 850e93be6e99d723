package mien.engine.world;

import mien.engine.flame.FlameCode;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.raster.Buffers;

/**
 * A drawn person and what is known about the drawing. Rows run down; n = size².
 *
 * @param identity who it is
 * @param look how they are seen
 * @param size side of the square picture
 * @param rgb the picture, planar red, green, blue, 0 to 1 [3n]
 * @param buffers the rig's nine channels for {@code code}, crop = whole picture
 * @param code the FLAME code of the head
 * @param parsing {@link Parsing} class of every pixel [n]
 * @param layout layout class of every pixel: background, hair, face, neck, body [n]
 * @param points landmarks and joints
 */
public record Portrait(
        Identity identity,
        Look look,
        int size,
        float[] rgb,
        Buffers buffers,
        FlameCode code,
        byte[] parsing,
        byte[] layout,
        Points points) {
    /**
     * @return the picture in 8 bits
     */
    public Picture picture() {
        return Picture.ofPlanar(rgb, size, size, Range.UNIT);
    }

    /**
     * @return "a portrait of …"
     */
    public String caption() {
        return Caption.of(identity, look);
    }
}
