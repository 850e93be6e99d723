package mien.engine.evaluate;

import java.util.Arrays;
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

    /** How far from a face its mask may reach, as a share of the picture's side. */
    private static final double EDGE = 0.03;

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
        return face(truth);
    }

    /**
     * The pixels that no mask should take: far from the face that goes and from the one to come.
     */
    boolean[] outside() {
        int side = target.size();
        boolean[] before = face(target);
        boolean[] after = face(truth);
        boolean[] outside = new boolean[before.length];
        Arrays.fill(outside, true);
        for (int i = 0; i < before.length; i++) {
            if (before[i] || after[i]) {
                clear(outside, side, i % side, i / side);
            }
        }
        return outside;
    }

    /** Everything within the edge of a place is no longer outside. */
    private static void clear(boolean[] outside, int side, int cx, int cy) {
        int r = (int) Math.round(EDGE * side);
        for (int y = Math.max(0, cy - r); y <= Math.min(side - 1, cy + r); y++) {
            for (int x = Math.max(0, cx - r); x <= Math.min(side - 1, cx + r); x++) {
                boolean near = (x - cx) * (x - cx) + (y - cy) * (y - cy) <= r * r;
                outside[y * side + x] &= !near;
            }
        }
    }

    private static boolean[] face(Portrait portrait) {
        byte[] parsing = portrait.parsing();
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
