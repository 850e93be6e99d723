package mien.engine.face;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** Pictures and masks to cut faces from. */
final class Scenes {
    private Scenes() {}

    /** Smooth waves, the same for a seed, and as much noise as wanted, in levels. */
    static Picture waves(int width, int height, int noise, long seed) {
        Random random = new Random(seed);
        double[] phase = random.doubles(6, 0, 6).toArray();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            argb[i] = 0xff;
            for (int c = 0; c < 3; c++) {
                double wave =
                        Math.sin(x / 17.0 + phase[c]) + Math.cos(y / (13.0 + c) + phase[3 + c]);
                int grain = noise == 0 ? 0 : random.nextInt(2 * noise + 1) - noise;
                argb[i] = argb[i] << 8 | (int) (128 + 45 * wave) + grain;
            }
        }
        return new Picture(width, height, argb);
    }

    /** Grey levels from a formula of columns and rows. */
    static Picture grey(int width, int height, DoubleBinaryOperator level) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int v = (int) Math.rint(level.applyAsDouble(i % width, i / width));
            argb[i] = 0xff000000 | v * 0x010101;
        }
        return new Picture(width, height, argb);
    }

    /** Every colour turned into its opposite. */
    static Picture inverted(Picture in) {
        int[] argb = new int[in.argb().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = in.argb()[i] ^ 0xffffff;
        }
        return new Picture(in.width(), in.height(), argb);
    }

    /** Every level half the range away from where it was. */
    static Picture flipped(Picture in) {
        int[] argb = new int[in.argb().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = in.argb()[i] ^ 0x808080;
        }
        return new Picture(in.width(), in.height(), argb);
    }

    /** 255 in a disc, 0 elsewhere. */
    static Mask disc(int side, double cx, double cy, double radius) {
        byte[] values = new byte[side * side];
        for (int i = 0; i < values.length; i++) {
            boolean inside = Math.hypot(i % side + 0.5 - cx, i / side + 0.5 - cy) < radius;
            values[i] = (byte) (inside ? 255 : 0);
        }
        return new Mask(side, side, values);
    }

    static Mask full(int side) {
        return disc(side, 0, 0, 2 * side);
    }

    static int red(Picture picture, int x, int y) {
        return picture.argb()[y * picture.width() + x] >> 16 & 0xff;
    }

    /** Root of the mean squared difference of all colours, in levels. */
    static double distance(Picture a, Picture b) {
        double sum = 0;
        for (int i = 0; i < a.argb().length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int d = (a.argb()[i] >> shift & 0xff) - (b.argb()[i] >> shift & 0xff);
                sum += d * d;
            }
        }
        return Math.sqrt(sum / (3.0 * a.argb().length));
    }
}
