package mien.engine.picture.export;

import java.util.Random;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** Seeded pictures for tests. */
final class Pictures {
    private Pictures() {}

    static Picture noise(int width, int height, long seed, boolean alpha) {
        Random random = new Random(seed);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = random.nextInt() | (alpha ? 0 : 0xff000000);
        }
        return new Picture(width, height, argb);
    }

    /** Smooth, as photographs are. */
    static Picture ramp(int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width * 255 / width;
            int y = i / width * 255 / height;
            argb[i] = 0xff000000 | x << 16 | y << 8 | (x + y) / 2;
        }
        return new Picture(width, height, argb);
    }

    static Mask mask(int width, int height, long seed) {
        byte[] values = new byte[width * height];
        new Random(seed).nextBytes(values);
        return new Mask(width, height, values);
    }
}
