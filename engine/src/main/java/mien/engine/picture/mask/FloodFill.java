package mien.engine.picture.mask;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.IntPredicate;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** The mask of what has one colour in a picture. */
public final class FloodFill {

    private FloodFill() {}

    /**
     * What looks like a pixel of a picture.
     *
     * @param x its column, inside
     * @param y its row, inside
     * @param tolerance by how much each channel may differ, 0 to 255
     * @param contiguous whether only what is connected with the pixel counts, edge by edge
     */
    public static TiledMask of(Picture picture, int x, int y, int tolerance, boolean contiguous) {
        int w = picture.width();
        int h = picture.height();
        int[] argb = picture.argb();
        int wanted = argb[y * w + x];
        byte[] found = new byte[w * h];
        if (contiguous) {
            spread(found, w, y * w + x, i -> alike(argb[i], wanted, tolerance));
        } else {
            for (int i = 0; i < found.length; i++) {
                found[i] = (byte) (alike(argb[i], wanted, tolerance) ? 255 : 0);
            }
        }
        return TiledMask.of(new Mask(w, h, found));
    }

    private static boolean alike(int a, int b, int tolerance) {
        for (int shift = 0; shift <= 24; shift += 8) {
            if (Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /** Marks what is connected with a pixel, run by run. */
    private static void spread(byte[] marked, int w, int start, IntPredicate inside) {
        if (marked[start] != 0 || !inside.test(start)) {
            return;
        }
        int h = marked.length / w;
        ArrayDeque<Integer> seeds = new ArrayDeque<>();
        seeds.push(start);
        while (!seeds.isEmpty()) {
            int seed = seeds.pop();
            if (marked[seed] != 0) {
                continue;
            }
            int row = seed / w;
            int from = seed;
            int to = seed;
            while (from > row * w && marked[from - 1] == 0 && inside.test(from - 1)) {
                from--;
            }
            while (to < row * w + w - 1 && marked[to + 1] == 0 && inside.test(to + 1)) {
                to++;
            }
            Arrays.fill(marked, from, to + 1, (byte) 255);
            if (row > 0) {
                seeds(marked, from - w, to - w, inside, seeds);
            }
            if (row < h - 1) {
                seeds(marked, from + w, to + w, inside, seeds);
            }
        }
    }

    /** The first pixel of every run beside the one just marked. */
    private static void seeds(
            byte[] marked, int from, int to, IntPredicate inside, ArrayDeque<Integer> seeds) {
        boolean running = false;
        for (int i = from; i <= to; i++) {
            boolean open = marked[i] == 0 && inside.test(i);
            if (open && !running) {
                seeds.push(i);
            }
            running = open;
        }
    }
}
