package mien.engine.edit.faceswap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.picture.Homography;
import mien.engine.tensor.NoiseSource;

/**
 * The extending augmentation (reference diffface.md §5.1): a face that is to be known must be known
 * in several views, else guidance finds patterns that please the network and nobody else.
 *
 * @param copies how many views, the first of them plain
 * @param share of the others that are turned, and as many tilted
 * @param degrees by which a copy is turned at most, either way
 * @param shift up or down at most, of the side; never sideways
 * @param tilt how far a corner moves inwards at most, of the side
 */
public record Augmentation(int copies, double share, double degrees, double shift, double tilt) {

    /** Views in the program, and so by default. */
    public static final int COPIES = 8;

    public Augmentation {
        if (copies < 1) {
            throw new IllegalArgumentException(
                    "The face is looked at at least once, not %d times.".formatted(copies));
        }
    }

    /** The program's, in a given number of views. */
    public static Augmentation of(int copies) {
        return new Augmentation(copies, 0.7, 15, 0.1, 0.35);
    }

    /**
     * Draws how each copy is changed.
     *
     * @param side of the pictures
     * @return as many as there are copies, {@link Warp#NONE} first
     */
    public List<Warp> draw(NoiseSource random, int side) {
        List<Warp> warps = new ArrayList<>();
        warps.add(Warp.NONE);
        while (warps.size() < copies) {
            Optional<Homography> turned =
                    random.uniform() < share
                            ? Optional.of(turning(random, side))
                            : Optional.empty();
            Optional<Homography> tilted =
                    random.uniform() < share
                            ? Optional.of(tilting(random, side))
                            : Optional.empty();
            warps.add(new Warp(turned, tilted));
        }
        return warps;
    }

    private Homography turning(NoiseSource random, int side) {
        double angle = degrees * (2 * random.uniform() - 1);
        double down = shift * side * (2 * random.uniform() - 1);
        return Warp.turning(angle, 0, down, side);
    }

    private Homography tilting(NoiseSource random, int side) {
        double[] corners = Warp.corners(side);
        for (int i = 0; i < corners.length; i++) {
            double inwards = tilt * side * random.uniform();
            corners[i] += corners[i] == 0 ? inwards : -inwards;
        }
        return Warp.tilting(corners, side);
    }
}
