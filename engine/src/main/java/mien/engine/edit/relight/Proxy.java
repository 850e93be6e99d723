package mien.engine.edit.relight;

import mien.engine.picture.Picture;
import mien.engine.raster.Buffers;

/** The Lambertian head over the picture: what follows a slider at screen rate. */
final class Proxy {

    /** Large enough to look at, small enough to follow the hand. */
    private static final int SIDE = 256;

    private Proxy() {}

    /** The picture at the size of the proxy. */
    static Picture canvas(Picture source) {
        return source.resized(SIDE, SIDE);
    }

    /** The drawn head over the picture, both of the same size. */
    static Picture of(Buffers head, Picture behind) {
        int n = head.coverage().length;
        int[] argb = behind.argb().clone();
        int[] drawn = head.renderedPicture().argb();
        for (int i = 0; i < n; i++) {
            if (head.coverage()[i] > 0) {
                argb[i] = mixed(behind.argb()[i], drawn[i], inside(head, i));
            }
        }
        return new Picture(head.width(), head.height(), argb);
    }

    /** Share of the eight neighbours that the head covers: softens its edge by a pixel. */
    private static float inside(Buffers head, int pixel) {
        int w = head.width();
        int x = pixel % w;
        int y = pixel / w;
        float sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int c = Math.max(0, Math.min(w - 1, x + dx));
                int r = Math.max(0, Math.min(head.height() - 1, y + dy));
                sum += head.coverage()[r * w + c];
            }
        }
        return sum / 9;
    }

    private static int mixed(int behind, int drawn, float share) {
        int out = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int b = behind >> shift & 0xff;
            int d = drawn >> shift & 0xff;
            out = out << 8 | Math.round(b + share * (d - b));
        }
        return out;
    }
}
