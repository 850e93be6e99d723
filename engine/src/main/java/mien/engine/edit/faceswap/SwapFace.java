package mien.engine.edit.faceswap;

import java.util.Optional;
import mien.engine.edit.FaceMark;
import mien.engine.face.Landmarks68;
import mien.engine.picture.FivePoints;

/**
 * A face of the target.
 *
 * @param id its own among the target's faces, from 1
 * @param found all its points as they were found; empty for one that a person placed
 * @param points where it lies in the picture
 * @param chosen whether it is swapped, once it has a donor
 * @param donor whose identity it gets
 */
record SwapFace(
        int id,
        Optional<Landmarks68> found,
        FivePoints points,
        boolean chosen,
        Optional<Donor> donor) {

    /** One that was found. */
    static SwapFace found(int id, Landmarks68 landmarks) {
        return new SwapFace(
                id, Optional.of(landmarks), landmarks.fivePoints(), true, Optional.empty());
    }

    /** One that a person placed. */
    static SwapFace placed(int id, FivePoints points) {
        return new SwapFace(id, Optional.empty(), points, true, Optional.empty());
    }

    SwapFace withPoints(FivePoints other) {
        return new SwapFace(id, found, other, chosen, donor);
    }

    SwapFace withChosen(boolean newChosen) {
        return new SwapFace(id, found, points, newChosen, donor);
    }

    SwapFace withDonor(Optional<Donor> newDonor) {
        return new SwapFace(id, found, points, chosen, newDonor);
    }

    /** Whether a person placed it. */
    boolean placed() {
        return found.isEmpty();
    }

    /** All its points, unless a person moved some: the others would not fit these. */
    Optional<Landmarks68> landmarks() {
        return found.filter(f -> f.fivePoints().equals(points));
    }

    /** Whether a run swaps it. */
    boolean swapped() {
        return chosen && donor.isPresent();
    }

    /** What a person sees of it. */
    FaceMark mark() {
        return new FaceMark(
                id, FaceSpots.box(points), points, placed(), chosen, donor.map(Donor::summary));
    }
}
