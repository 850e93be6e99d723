package mien.engine.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Pictures without transparency, for files that know none. */
final class Flat {
    private static final int RED = 0xff0000;
    private static final int GREEN = 0xff00;
    private static final int BLUE = 0xff;

    private Flat() {}

    /**
     * The picture for ImageIO; one that is opaque is shared, not copied.
     *
     * @param behind 0xRRGGBB
     */
    static BufferedImage image(Picture picture, int behind) {
        int[] pixels = picture.opaque() ? picture.argb() : over(picture.argb(), behind);
        int w = picture.width();
        int h = picture.height();
        WritableRaster raster =
                Raster.createPackedRaster(
                        new DataBufferInt(pixels, pixels.length),
                        w,
                        h,
                        w,
                        new int[] {RED, GREEN, BLUE},
                        null);
        ColorModel model = new DirectColorModel(24, RED, GREEN, BLUE);
        return new BufferedImage(model, raster, false, null);
    }

    private static int[] over(int[] argb, int behind) {
        int[] out = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            int pixel = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int level = argb[i] >> shift & 0xff;
                int ground = behind >> shift & 0xff;
                pixel = pixel << 8 | (level * alpha + ground * (255 - alpha) + 127) / 255;
            }
            out[i] = pixel;
        }
        return out;
    }
}
