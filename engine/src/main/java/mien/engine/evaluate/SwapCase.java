package mien.engine.evaluate;

import mien.engine.face.FaceParts;
import mien.engine.face.Gaze;
import mien.engine.picture.FivePoints;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/**
 * One face swap with its true answer: the next person's head and skin, seen as the first one is
 * seen. Hair, headwear, glasses and clothes stay the first one's, as they do in a face swap.
 *
 * @param target the portrait that gets another face
 * @param source the portrait whose face it is, in a look of its own
 * @param truth what the swap should give
 */
public record SwapCase(Portrait target, Portrait source, Portrait truth) {

    /**
     * The swap of a seed.
     *
     * @param size side of all pictures
     */
    public static SwapCase of(long seed, int size) {
        Identity seen = Identity.of(seed);
        Identity wanted = Identity.of(seed + 1);
        Look look = Look.of(seen, 0);
        return new SwapCase(
                DrawnPeople.render(seen, look, size),
                DrawnPeople.render(wanted, Look.of(wanted, 0), size),
                DrawnPeople.render(wanted.dressedAs(seen), look, size));
    }

    /** The pixels that are judged: the truth's face, as DiffFace means it. */
    boolean[] face() {
        byte[] parsing = truth.parsing();
        boolean[] face = new boolean[parsing.length];
        for (int i = 0; i < face.length; i++) {
            face[i] = FaceParts.FACE.contains((int) parsing[i]);
        }
        return face;
    }

    /** Where the eyes of the truth look. */
    Gaze wantedGaze() {
        return gaze(truth);
    }

    /** Degrees that the source's eyes look elsewhere: what a swap that took them too would get. */
    double wandering() {
        return gaze(source).degreesFrom(gaze(truth));
    }

    private static Gaze gaze(Portrait portrait) {
        float[] g = portrait.points().gaze();
        return new Gaze(g[0], g[1]);
    }

    /** Where the face of a portrait truly lies. */
    public static FivePoints points(Portrait portrait) {
        return portrait.points().fivePoints();
    }
}
