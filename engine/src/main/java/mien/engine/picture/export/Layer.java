package mien.engine.picture.export;

import java.util.Optional;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * A picture over others.
 *
 * @param name for people; shortened and cleaned where a format needs it
 * @param pixels what it shows
 * @param x its left column in the whole
 * @param y its top row in the whole
 * @param opacity 0 to 1
 * @param visible whether it is seen
 * @param mask of the size of the pixels: 255 shows, 0 hides
 */
public record Layer(
        String name,
        Picture pixels,
        int x,
        int y,
        double opacity,
        boolean visible,
        Optional<Mask> mask) {

    private static final int LONGEST_NAME = 60;

    public Layer {
        name = cleaned(name);
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("an opacity is 0 to 1, but got " + opacity);
        }
        if (mask.filter(m -> m.width() != pixels.width() || m.height() != pixels.height())
                .isPresent()) {
            throw new IllegalArgumentException(
                    "the mask of '%s' is %d × %d, its pixels %d × %d"
                            .formatted(
                                    name,
                                    mask.get().width(),
                                    mask.get().height(),
                                    pixels.width(),
                                    pixels.height()));
        }
    }

    /** A visible layer at the top left. */
    public static Layer of(String name, Picture pixels) {
        return new Layer(name, pixels, 0, 0, 1, true, Optional.empty());
    }

    public Layer hidden() {
        return new Layer(name, pixels, x, y, opacity, false, mask);
    }

    public Layer withMask(Mask newMask) {
        return new Layer(name, pixels, x, y, opacity, visible, Optional.of(newMask));
    }

    /** One line without control characters, of a length every program takes. */
    private static String cleaned(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || surrogate(c) ? ' ' : c)
                .limit(LONGEST_NAME)
                .forEach(out::appendCodePoint);
        String clean = out.toString().strip();
        return clean.isEmpty() ? "-" : clean;
    }

    private static boolean surrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** The pixel at a place of the whole, its alpha lessened by mask and opacity; 0 outside. */
    int seen(int wx, int wy) {
        int px = wx - x;
        int py = wy - y;
        if (!visible || px < 0 || py < 0 || px >= pixels.width() || py >= pixels.height()) {
            return 0;
        }
        int pixel = pixels.argb()[py * pixels.width() + px];
        double alpha = (pixel >>> 24) * opacity;
        if (mask.isPresent()) {
            alpha *= mask.get().at(px, py) / 255.0;
        }
        return (int) Math.round(alpha) << 24 | pixel & 0xffffff;
    }
}
