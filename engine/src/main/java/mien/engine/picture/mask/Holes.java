package mien.engine.picture.mask;

import java.util.Arrays;
import java.util.Optional;
import mien.engine.picture.Region;

/**
 * Fills what a mask encloses. Water rises from the picture's edge: every pixel is raised to the
 * lowest pass over which it would be reached (priority flood, Barnes et al. 2014), so that a soft
 * ring fills up to its crest and its outer side stays as it is.
 */
public final class Holes {

    private static final int LEVELS = 256;

    private final int width;
    private final int height;
    private final byte[] values; // raised as the water comes
    private final boolean[] reached;
    private final int[][] shores = new int[LEVELS][16]; // pixels to go on from, by level
    private final int[] counts = new int[LEVELS];

    private Holes(Region r, byte[] values) {
        this.width = r.width();
        this.height = r.height();
        this.values = values;
        this.reached = new boolean[values.length];
    }

    /** A mask with every hole filled. */
    public static TiledMask filled(TiledMask mask) {
        Optional<Region> painted =
                mask.changed(TiledMask.empty(mask.width(), mask.height())); // beyond it is outside
        if (painted.isEmpty()) {
            return mask;
        }
        byte[] values = mask.grid().read(painted.get());
        new Holes(painted.get(), values).flood();
        return new TiledMask(mask.grid().with(painted.get(), values));
    }

    private void flood() {
        for (int x = 0; x < width; x++) {
            reach(x, 0);
            reach((height - 1) * width + x, 0);
        }
        for (int y = 0; y < height; y++) {
            reach(y * width, 0);
            reach(y * width + width - 1, 0);
        }
        for (int level = 0; level < LEVELS; level++) {
            while (counts[level] > 0) {
                spread(shores[level][--counts[level]], level);
            }
        }
    }

    private void spread(int i, int level) {
        int x = i % width;
        if (x > 0) {
            reach(i - 1, level);
        }
        if (x < width - 1) {
            reach(i + 1, level);
        }
        if (i >= width) {
            reach(i - width, level);
        }
        if (i < values.length - width) {
            reach(i + width, level);
        }
    }

    private void reach(int i, int from) {
        if (reached[i]) {
            return;
        }
        reached[i] = true;
        int level = Math.max(from, values[i] & 0xff);
        values[i] = (byte) level;
        if (counts[level] == shores[level].length) {
            shores[level] = Arrays.copyOf(shores[level], 2 * counts[level]);
        }
        shores[level][counts[level]++] = i;
    }
}
