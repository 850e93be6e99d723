package mien.engine.picture;

/** The middle of a picture as guided-diffusion's training data are cut. */
public final class CentreCrop {
    private CentreCrop() {}

    /**
     * Halved by the mean of 2 × 2 while the shorter side is at least twice the wanted one, scaled
     * so that the shorter side is the wanted one, cut in the middle.
     *
     * @param in an opaque picture
     * @param side columns and rows wanted
     * @return the square
     */
    public static Picture of(Picture in, int side) {
        Picture p = in;
        while (Math.min(p.width(), p.height()) >= 2 * side) {
            p = FilteredResize.of(p, p.width() / 2, p.height() / 2, Filter.BOX);
        }
        double scale = (double) side / Math.min(p.width(), p.height());
        int w = (int) Math.rint(p.width() * scale);
        int h = (int) Math.rint(p.height() * scale);
        Picture scaled = FilteredResize.of(p, w, h, Filter.BICUBIC);
        return scaled.cropped(new Region((w - side) / 2, (h - side) / 2, side, side));
    }
}
