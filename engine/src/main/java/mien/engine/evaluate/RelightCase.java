package mien.engine.evaluate;

import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.NoiseSource;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/**
 * One edit with its true answer: a person as they are seen, and the same person in another light,
 * turned and moved. Camera, place in the picture, background and clothes are the same in both.
 *
 * @param source the portrait that is edited
 * @param truth what the edit should give
 */
record RelightCase(Portrait source, Portrait truth) {

    private static final double YAW = Math.toRadians(30);
    private static final double PITCH = Math.toRadians(15);

    private static final int HAIR = 1; // classes of the layout
    private static final int NECK = 3;

    /**
     * The edit of a seed: yaw within ±30°, pitch within ±15°, roll as it was; light, expression,
     * jaw and gaze as the world draws them for another look.
     *
     * @param size side of both pictures
     */
    static RelightCase of(long seed, int size) {
        Identity person = Identity.of(seed);
        Look seen = Look.of(person, 0);
        Look other = Look.of(person, 1);
        NoiseSource dice = NoiseSource.of(seed, 0);
        float yaw = (float) ((2 * dice.uniform() - 1) * YAW);
        float pitch = (float) ((2 * dice.uniform() - 1) * PITCH);
        Look wanted =
                seen.withHead(yaw, pitch, seen.head()[2])
                        .withExpressionOf(other)
                        .withGaze(other.gaze()[0], other.gaze()[1])
                        .withLight(other.light());
        return new RelightCase(
                DrawnPeople.render(person, seen, size), DrawnPeople.render(person, wanted, size));
    }

    /** The pixels that are judged: the truth's hair, face and neck. */
    boolean[] head() {
        byte[] layout = truth.layout();
        boolean[] head = new boolean[layout.length];
        for (int i = 0; i < head.length; i++) {
            head[i] = layout[i] >= HAIR && layout[i] <= NECK;
        }
        return head;
    }

    /**
     * The naive tool: the true Lambertian render of the wanted look, pasted over the source where
     * the head covers it.
     */
    Picture lambert() {
        int side = truth.size();
        float[] coverage = truth.buffers().coverage();
        int[] drawn = Picture.ofPlanar(truth.buffers().rendered(), side, side, Range.UNIT).argb();
        int[] argb = source.picture().argb().clone();
        for (int i = 0; i < argb.length; i++) {
            if (coverage[i] > 0) {
                argb[i] = drawn[i];
            }
        }
        return new Picture(side, side, argb);
    }
}
