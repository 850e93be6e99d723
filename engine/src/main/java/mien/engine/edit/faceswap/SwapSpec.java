package mien.engine.edit.faceswap;

import java.util.ArrayList;
import java.util.List;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.MaskSet;

/**
 * A picture, the faces in it, and everything chosen for them. A freshly opened one holds the faces
 * that were found; none of them has a donor.
 *
 * @param source the target picture
 * @param faces from left to right
 * @param usual how the model that found the faces does best: what sliders go back to
 * @param guidance how the faces are formed
 * @param where which pixels belong to them
 * @param strength how much of the result is seen, 0 to 1; laid over afterwards, costs no run
 */
public record SwapSpec(
        Picture source,
        List<SwapFace> faces,
        SwapGuidance usual,
        SwapGuidance guidance,
        SwapArea where,
        double strength)
        implements EditSpec {

    public SwapSpec {
        faces = List.copyOf(faces);
        if (!(strength >= 0 && strength <= 1)) {
            throw new EditException(
                    "The strength runs from 0 to 1, but got %s.".formatted(strength));
        }
    }

    /** A picture with nothing chosen. */
    static SwapSpec of(Picture target, List<SwapFace> faces, SwapGuidance usual) {
        MaskSet none = MaskSet.none(target.width(), target.height());
        return new SwapSpec(target, faces, usual, usual, SwapArea.of(none), 1);
    }

    SwapSpec withFaces(List<SwapFace> newFaces) {
        return new SwapSpec(source, newFaces, usual, guidance, where, strength);
    }

    SwapSpec withGuidance(SwapGuidance other) {
        return new SwapSpec(source, faces, usual, other, where, strength);
    }

    SwapSpec withWhere(SwapArea other) {
        return new SwapSpec(source, faces, usual, guidance, other, strength);
    }

    SwapSpec withStrength(double newStrength) {
        return new SwapSpec(source, faces, usual, guidance, where, newStrength);
    }

    /**
     * The face of an id.
     *
     * @throws EditException if there is none
     */
    SwapFace face(int id) {
        return faces.stream()
                .filter(f -> f.id() == id)
                .findFirst()
                .orElseThrow(
                        () ->
                                new EditException(
                                        faces.isEmpty()
                                                ? "No face was found in the picture: place its five points by hand."
                                                : "The picture has no face %d: choose one of %s."
                                                        .formatted(id, ids())));
    }

    private List<Integer> ids() {
        return faces.stream().map(SwapFace::id).toList();
    }

    /** With a face in place of the one of its id. */
    SwapSpec with(SwapFace face) {
        List<SwapFace> next = new ArrayList<>(faces);
        next.replaceAll(f -> f.id() == face.id() ? face : f);
        return withFaces(next);
    }

    /** The faces that a run swaps, from left to right. */
    List<SwapFace> swapped() {
        return faces.stream().filter(SwapFace::swapped).toList();
    }

    /**
     * What a run depends on: the same for specs that differ only in what is done afterwards, in
     * names and notes, or in faces that are not swapped.
     */
    SwapSpec sampled() {
        List<SwapFace> faces =
                swapped().stream().map(f -> f.withDonor(f.donor().map(Donor::nameless))).toList();
        return faces.isEmpty()
                ? of(source, faces, SwapGuidance.DEFAULT)
                : new SwapSpec(source, faces, SwapGuidance.DEFAULT, guidance, where.withBand(0), 1);
    }

    /** The same faces of the same people: what stays as it is while a run goes on. */
    List<SwapFace> cast() {
        return sampled().faces;
    }
}
