package mien.engine.raster;

import mien.engine.picture.Picture;
import mien.engine.picture.Range;

/**
 * The physical buffers of a head; 0 outside it.
 *
 * @param width columns
 * @param height rows
 * @param rendered albedo times shading, planar RGB, not clipped [3·H·W]
 * @param normals x right, y up, z to the viewer, −1 to 1, not renormalised [3·H·W]
 * @param albedo planar RGB, about 0 to 1, not clipped [3·H·W]
 * @param coverage 1 where the head is [H·W]
 */
public record Buffers(
        int width,
        int height,
        float[] rendered,
        float[] normals,
        float[] albedo,
        float[] coverage) {
    public Buffers {
        int n = width * height;
        if (rendered.length != 3 * n
                || normals.length != 3 * n
                || albedo.length != 3 * n
                || coverage.length != n) {
            throw new IllegalArgumentException(
                    "Buffers of %d × %d do not fit their arrays.".formatted(width, height));
        }
    }

    /**
     * @return what the relighting network is conditioned on: rendered, normals, albedo [9·H·W]
     */
    public float[] nine() {
        float[] nine = new float[9 * coverage.length];
        System.arraycopy(rendered, 0, nine, 0, rendered.length);
        System.arraycopy(normals, 0, nine, rendered.length, normals.length);
        System.arraycopy(albedo, 0, nine, 2 * rendered.length, albedo.length);
        return nine;
    }

    /**
     * @return the rendered buffer to look at, clipped
     */
    public Picture renderedPicture() {
        return Picture.ofPlanar(rendered, width, height, Range.UNIT);
    }

    /**
     * @return the normals to look at: −1 black, 1 full colour
     */
    public Picture normalsPicture() {
        return Picture.ofPlanar(normals, width, height, Range.SIGNED);
    }

    /**
     * @return the albedo to look at, clipped
     */
    public Picture albedoPicture() {
        return Picture.ofPlanar(albedo, width, height, Range.UNIT);
    }
}
