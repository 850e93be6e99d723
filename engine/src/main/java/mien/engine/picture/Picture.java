package mien.engine.picture;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * An 8-bit colour picture.
 *
 * @param width columns
 * @param height rows
 * @param argb width·height pixels, row-major, 0xAARRGGBB, not premultiplied
 */
public record Picture(int width, int height, int[] argb) {

    private static final int HASHED = 64;

    public Picture {
        if (width < 1 || height < 1 || (long) width * height != argb.length) {
            throw new IllegalArgumentException(
                    "A picture of %d × %d needs %d pixels, but got %d."
                            .formatted(width, height, (long) width * height, argb.length));
        }
    }

    /** Of the same size with the same pixels. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Picture p
                        && width == p.width
                        && height == p.height
                        && (argb == p.argb || Arrays.equals(argb, p.argb));
    }

    /** Of the size and a few pixels: a picture as a key costs nothing. */
    @Override
    public int hashCode() {
        int hash = 31 * width + height;
        for (int i = 0; i < HASHED; i++) {
            hash = 31 * hash + argb[(int) ((long) i * argb.length / HASHED)];
        }
        return hash;
    }

    /**
     * @param file a PNG, JPEG, TIFF, WebP, BMP or GIF file
     * @return its first picture, turned upright where the file says how it was held
     * @throws PictureException if it is missing, empty, broken, too large or of another kind
     */
    public static Picture read(Path file) {
        return PictureReader.read(file);
    }

    /**
     * @param bytes the content of a picture file
     * @return its first picture
     * @throws PictureException as {@link #read}
     */
    public static Picture decode(byte[] bytes) {
        return PictureReader.decode(bytes, "the file");
    }

    /**
     * Writes through a temporary file, so that no reader ever sees half a picture.
     *
     * @param file where to; the ending (.png, .jpg, .jpeg, .tif, .tiff) chooses the kind
     * @throws PictureException if the ending is another one or the file cannot be written
     */
    public void write(Path file) {
        PictureWriter.write(this, file);
    }

    /**
     * @return this picture as the bytes of a PNG file
     */
    public byte[] png() {
        return PictureWriter.bytes(this, Encoding.of(PictureFormat.PNG));
    }

    /**
     * @param width columns
     * @param height rows
     * @param argb the colour of every pixel, 0xAARRGGBB
     * @return a picture of one colour
     */
    public static Picture filled(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new Picture(width, height, pixels);
    }

    /**
     * @param rgb planar red, green, blue: 3·height·width values, converted by {@link Range#level}
     * @param width columns
     * @param height rows
     * @param range the range of the values
     * @return the opaque picture
     */
    public static Picture ofPlanar(float[] rgb, int width, int height, Range range) {
        int n = width * height;
        if (rgb.length != 3 * n) {
            throw new IllegalArgumentException(
                    "A planar picture of %d × %d needs %d values, but got %d."
                            .formatted(width, height, 3 * n, rgb.length));
        }
        int[] argb = new int[n];
        for (int i = 0; i < n; i++) {
            argb[i] =
                    0xff000000
                            | range.level(rgb[i]) << 16
                            | range.level(rgb[n + i]) << 8
                            | range.level(rgb[2 * n + i]);
        }
        return new Picture(width, height, argb);
    }

    /**
     * @param range the wanted range
     * @return planar red, green, blue: 3·height·width values; transparency is left out
     */
    public float[] planar(Range range) {
        int n = argb.length;
        float[] rgb = new float[3 * n];
        for (int i = 0; i < n; i++) {
            rgb[i] = range.of(argb[i] >> 16 & 0xff);
            rgb[n + i] = range.of(argb[i] >> 8 & 0xff);
            rgb[2 * n + i] = range.of(argb[i] & 0xff);
        }
        return rgb;
    }

    /**
     * This picture laid over another one, which is brought to its size.
     *
     * @param opacity of this one, 0 to 1
     */
    public Picture over(Picture below, double opacity) {
        int share = (int) Math.round(255 * opacity);
        int[] out = below.resized(width, height).argb.clone();
        for (int i = 0; i < out.length; i++) {
            int mixed = 0;
            for (int shift = 24; shift >= 0; shift -= 8) {
                int from = out[i] >>> shift & 0xff;
                int to = argb[i] >>> shift & 0xff;
                mixed = mixed << 8 | (from * (255 - share) + to * share + 127) / 255;
            }
            out[i] = mixed;
        }
        return new Picture(width, height, out);
    }

    /**
     * Linear interpolation, with the kernel widened when shrinking so that nothing aliases.
     *
     * @param newWidth columns of the result
     * @param newHeight rows of the result
     * @return the resized picture; this one if the size is the same
     */
    public Picture resized(int newWidth, int newHeight) {
        return newWidth == width && newHeight == height
                ? this
                : Resampler.resize(this, newWidth, newHeight);
    }

    /**
     * @param region what to keep; parts outside this picture become transparent black
     * @return the pixels of the region
     */
    public Picture cropped(Region region) {
        int[] pixels = new int[region.width() * region.height()];
        int from = Math.max(0, region.x());
        int to = Math.min(width, region.x() + region.width());
        for (int r = 0; r < region.height(); r++) {
            int y = region.y() + r;
            if (y >= 0 && y < height && to > from) {
                int start = r * region.width() + from - region.x();
                System.arraycopy(argb, y * width + from, pixels, start, to - from);
            }
        }
        return new Picture(region.width(), region.height(), pixels);
    }

    /**
     * @return whether every pixel is fully opaque
     */
    public boolean opaque() {
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }
}
