package mien.engine.train;

import mien.engine.face.FaceParts;
import mien.engine.face.ImageNet;
import mien.engine.picture.Homography;
import mien.engine.tensor.NoiseSource;

/**
 * A face as an identity network gets to see it while a swap is guided (reference diffface.md §5):
 * reduced to the nearest pixels, ImageNet-normalised, outside the face perhaps 0; softened and
 * noisy as half-denoised pictures are, turned and tilted as by the extending augmentation.
 *
 * @param side of the pictures the network reads
 * @param grain what chance does to its pixels
 */
record Glimpse(int side, Grain grain) {

    private static final double MASKED = 0.5;
    private static final double TURNED = 0.7;
    private static final double TILTED = 0.6;

    Glimpse(int side) {
        this(side, new Grain());
    }

    /**
     * Without chance: as a source is looked at.
     *
     * @param unit planar red, green, blue, 0 to 1 [3·n²]
     * @return [3·side²]
     */
    float[] plain(float[] unit) {
        return ImageNet.standardised(reduced(unit));
    }

    /**
     * Without chance, 0 outside the face: as a result is looked at.
     *
     * @param parsing the class of every pixel [n²]
     */
    float[] masked(float[] unit, byte[] parsing) {
        float[] seen = ImageNet.standardised(reduced(unit));
        mask(seen, parsing);
        return seen;
    }

    /**
     * With all that chance may do.
     *
     * @param strength how much of it, 0 to 1
     */
    float[] drawn(float[] unit, byte[] parsing, double strength, NoiseSource random) {
        float[] seen = reduced(unit);
        grain.over(seen, side, strength, random);
        seen = ImageNet.standardised(seen);
        if (random.uniform() < MASKED * strength) {
            mask(seen, parsing);
        }
        Views views = new Views(side);
        Homography from = Homography.IDENTITY;
        if (random.uniform() < TURNED * strength) {
            from = views.turned(random);
        }
        if (random.uniform() < TILTED * strength) {
            from = from.after(views.tilted(random));
        }
        return from.equals(Homography.IDENTITY) ? seen : new Patch(side, side).of(seen, side, from);
    }

    private void mask(float[] seen, byte[] parsing) {
        int n = (int) Math.round(Math.sqrt(parsing.length));
        for (int i = 0; i < side * side; i++) {
            int pixel = i / side * n / side * n + i % side * n / side;
            if (!FaceParts.FACE.contains((int) parsing[pixel])) {
                for (int c = 0; c < 3; c++) {
                    seen[c * side * side + i] = 0;
                }
            }
        }
    }

    /** The nearest pixels, ⌊k·n/side⌋, as the program takes them; always a new array. */
    private float[] reduced(float[] unit) {
        int n = (int) Math.round(Math.sqrt(unit.length / 3.0));
        float[] out = new float[3 * side * side];
        for (int i = 0; i < out.length; i++) {
            int plane = i / (side * side);
            int row = i / side % side;
            out[i] = unit[(plane * n + row * n / side) * n + i % side * n / side];
        }
        return out;
    }
}
