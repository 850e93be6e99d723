package mien.engine.edit.faceswap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mien.engine.GoldenCase;
import mien.engine.picture.Homography;

/** The warps that a golden case recorded. */
final class RecordedWarps {

    /** Side of the pictures that the published recogniser reads. */
    static final int SIDE = 112;

    private RecordedWarps() {}

    /**
     * Made from the parameters, not from the matrices.
     *
     * @param prefix of the tensors' names, such as "0.aug."
     */
    static List<Warp> of(GoldenCase golden, String prefix) {
        List<Warp> warps = new ArrayList<>(List.of(Warp.NONE));
        int[] turned = golden.ints(prefix + "affine_applied");
        int[] tilted = golden.ints(prefix + "persp_applied");
        double[] angle = golden.doubles(prefix + "affine_angle_deg");
        double[] shift = golden.doubles(prefix + "affine_translate");
        double[] corners = golden.doubles(prefix + "persp_end_points");
        for (int i = 0; i < turned.length; i++) {
            Optional<Homography> turning =
                    turned[i] == 0
                            ? Optional.empty()
                            : Optional.of(
                                    Warp.turning(angle[i], shift[2 * i], shift[2 * i + 1], SIDE));
            Optional<Homography> tilting =
                    tilted[i] == 0
                            ? Optional.empty()
                            : Optional.of(
                                    Warp.tilting(
                                            Arrays.copyOfRange(corners, 8 * i, 8 * i + 8), SIDE));
            warps.add(new Warp(turning, tilting));
        }
        return warps;
    }
}
