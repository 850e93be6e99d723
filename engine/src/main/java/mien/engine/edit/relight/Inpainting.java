package mien.engine.edit.relight;

import java.util.ArrayList;
import java.util.List;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;

/**
 * Fills a hole in a picture with the colours around it, smoothly (pull–push, Gortler et al. 1996).
 */
final class Inpainting {

    /** Red, green, blue times weight, and the weight: [4·side·side]. */
    private record Level(int side, float[] sums) {}

    private Inpainting() {}

    /**
     * @param picture a square picture whose side is a power of two
     * @param hole what to fill [side·side]
     * @return the filled picture
     */
    static Picture filled(Picture picture, boolean[] hole) {
        List<Level> pyramid = new ArrayList<>(List.of(finest(picture, hole)));
        while (pyramid.get(0).side > 1) {
            pyramid.add(0, pulled(pyramid.get(0))); // the coarsest first
        }
        Level level = pyramid.get(0);
        for (Level finer : pyramid.subList(1, pyramid.size())) {
            level = pushed(level, finer);
        }
        return written(picture, hole, level);
    }

    private static Level finest(Picture picture, boolean[] hole) {
        int n = hole.length;
        float[] sums = new float[4 * n];
        float[] rgb = picture.planar(Range.UNIT);
        for (int i = 0; i < n; i++) {
            if (!hole[i]) {
                for (int c = 0; c < 3; c++) {
                    sums[4 * i + c] = rgb[c * n + i];
                }
                sums[4 * i + 3] = 1;
            }
        }
        return new Level(picture.width(), sums);
    }

    /** Half the side: sums of 2×2, the weight at most 1. */
    private static Level pulled(Level fine) {
        int side = fine.side / 2;
        float[] sums = new float[4 * side * side];
        for (int r = 0; r < fine.side; r++) {
            for (int c = 0; c < fine.side; c++) {
                for (int k = 0; k < 4; k++) {
                    sums[4 * (r / 2 * side + c / 2) + k] += fine.sums[4 * (r * fine.side + c) + k];
                }
            }
        }
        for (int i = 0; i < sums.length; i += 4) {
            float scale = sums[i + 3] > 1 ? 1 / sums[i + 3] : 1;
            for (int k = 0; k < 4; k++) {
                sums[i + k] *= scale;
            }
        }
        return new Level(side, sums);
    }

    /**
     * Twice the side: where the finer level has no weight of its own, the coarser one shows
     * through, interpolated.
     */
    private static Level pushed(Level coarse, Level fine) {
        float[] sums = fine.sums.clone();
        for (int r = 0; r < fine.side; r++) {
            for (int c = 0; c < fine.side; c++) {
                int i = 4 * (r * fine.side + c);
                float open = 1 - sums[i + 3];
                for (int k = 0; k < 4 && open > 0; k++) {
                    sums[i + k] += open * between(coarse, (c - 0.5f) / 2, (r - 0.5f) / 2, k);
                }
            }
        }
        return new Level(fine.side, sums);
    }

    private static float between(Level l, float x, float y, int k) {
        int c = (int) Math.floor(x);
        int r = (int) Math.floor(y);
        float fx = x - c;
        float fy = y - r;
        float top = at(l, c, r, k) * (1 - fx) + at(l, c + 1, r, k) * fx;
        float bottom = at(l, c, r + 1, k) * (1 - fx) + at(l, c + 1, r + 1, k) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    private static float at(Level l, int column, int row, int k) {
        int c = Math.max(0, Math.min(l.side - 1, column));
        int r = Math.max(0, Math.min(l.side - 1, row));
        return l.sums[4 * (r * l.side + c) + k];
    }

    private static Picture written(Picture picture, boolean[] hole, Level level) {
        int[] argb = picture.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            if (hole[i]) {
                argb[i] = 0xff;
                for (int c = 0; c < 3; c++) {
                    float weight = Math.max(1e-6f, level.sums[4 * i + 3]);
                    argb[i] = argb[i] << 8 | Range.UNIT.level(level.sums[4 * i + c] / weight);
                }
            }
        }
        return new Picture(picture.width(), picture.height(), argb);
    }
}
