package mien.app.pixels;

import java.util.Optional;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Enlargement;

/**
 * Small pictures, such as the demo models' results, enlarged by a whole factor as they are exported
 * too, since what the screen does by itself (linear) shows the pixel grid of a small picture.
 * Larger ones, such as the proxies that follow a drag, are left to the screen.
 */
final class Enlarged {

    private static final int SMALL_SIDE = 192; // below this the pixel grid would show
    private static final int WANTED_SIDE = 640;
    private static final int MOST = 6;

    private Enlarged() {}

    /** Of an opaque picture; empty if it is fine enough as it is. */
    static Optional<Raster> of(Picture in) {
        int side = Math.min(in.width(), in.height());
        boolean fine = side >= SMALL_SIDE || Math.max(in.width(), in.height()) >= WANTED_SIDE;
        if (fine) {
            return Optional.empty();
        }
        int k = Math.min(MOST, (WANTED_SIDE + side - 1) / side);
        Picture out = Enlargement.of(in, in.width() * k, in.height() * k);
        return Optional.of(new Raster(out.width(), out.height(), out.argb()));
    }
}
