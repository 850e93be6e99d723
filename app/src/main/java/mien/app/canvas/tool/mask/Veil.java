package mien.app.canvas.tool.mask;

import java.util.List;
import mien.app.pixels.TiledImage;
import mien.engine.picture.Region;

/**
 * A mask as pixels over the picture: only what changed is written. Of very large pictures it has
 * every second pixel.
 */
final class Veil {

    private static final long MOST_PIXELS = 4096L * 4096;

    private final Ground ground;
    private final int every;
    private final int width;
    private final int height;
    private final int[] argb;
    private final TiledImage image;
    private int[] colours = new int[256];

    Veil(Ground ground) {
        this.ground = ground;
        int skip = 1;
        while ((long) (ground.width() / skip) * (ground.height() / skip) > MOST_PIXELS) {
            skip *= 2;
        }
        every = skip;
        width = Math.max(1, ground.width() / every);
        height = Math.max(1, ground.height() / every);
        argb = new int[width * height];
        image = TiledImage.live(width, height, argb);
    }

    TiledImage image() {
        return image;
    }

    /** Other colours: all is written anew. */
    void colour(int[] next) {
        colours = next;
        write(List.of(new Region(0, 0, ground.width(), ground.height())));
    }

    /** Writes parts of the picture. */
    void write(List<Region> parts) {
        parts.forEach(this::write);
    }

    private void write(Region part) {
        int left = part.x() / every;
        int top = part.y() / every;
        int right = Math.min(width, (part.x() + part.width() + every - 1) / every);
        int bottom = Math.min(height, (part.y() + part.height() + every - 1) / every);
        if (left >= right || top >= bottom) {
            return;
        }
        byte[] row = new byte[(right - left - 1) * every + 1];
        for (int y = top; y < bottom; y++) {
            ground.read(left * every, y * every, row.length, row);
            for (int x = left; x < right; x++) {
                argb[y * width + x] = colours[row[(x - left) * every] & 0xff];
            }
        }
        image.changed(new Region(left, top, right - left, bottom - top));
    }
}
