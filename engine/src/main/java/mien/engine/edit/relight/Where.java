package mien.engine.edit.relight;

import mien.engine.edit.Handle;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Enlargement;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;

/** The masks that say where an edit shows. The original stays, bit by bit, outside them. */
final class Where {

    static final String ID = "where";

    static final Handle<RelightSpec> HANDLE =
            new Handle.Mask<>(ID, true, RelightSpec::where, RelightSpec::withWhere);

    private Where() {}

    /** The spec without its masks: what the sampler sees of it. */
    static RelightSpec everywhere(RelightSpec spec) {
        return spec.withWhere(MaskSet.none(spec.source().width(), spec.source().height()));
    }

    /**
     * The result inside the masks, the original outside.
     *
     * @param result of any size; it is brought to the original's as an export is
     */
    static Picture shown(RelightSpec spec, Picture result) {
        return spec.where()
                .rendered()
                .map(
                        mask ->
                                blended(
                                        spec.source(),
                                        Enlargement.of(
                                                result,
                                                spec.source().width(),
                                                spec.source().height()),
                                        mask))
                .orElse(result);
    }

    private static Picture blended(Picture outside, Picture inside, TiledMask mask) {
        int w = outside.width();
        int[] argb = outside.argb().clone();
        byte[] row = new byte[w];
        for (int y = 0; y < outside.height(); y++) {
            mask.read(0, y, w, row);
            for (int x = 0; x < w; x++) {
                int share = row[x] & 0xff;
                if (share != 0) {
                    int i = y * w + x;
                    argb[i] = mixed(argb[i], inside.argb()[i], share);
                }
            }
        }
        return new Picture(w, outside.height(), argb);
    }

    /** a + (b − a) · share / 255 in every channel, to the nearest level. */
    private static int mixed(int a, int b, int share) {
        int out = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int from = a >>> shift & 0xff;
            int to = b >>> shift & 0xff;
            out = out << 8 | (from * (255 - share) + to * share + 127) / 255;
        }
        return out;
    }
}
