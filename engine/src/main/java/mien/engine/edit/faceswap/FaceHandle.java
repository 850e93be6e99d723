package mien.engine.edit.faceswap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.EditException;
import mien.engine.edit.Handle;
import mien.engine.face.FacePlace;
import mien.engine.picture.FivePoints;

/** The faces to pick, and what a person does with them. */
final class FaceHandle implements Handle.FaceEditing<SwapSpec> {

    static final String ID = "faces";

    static final Handle<SwapSpec> HANDLE =
            new Handle.Faces<>(
                    ID, s -> s.faces().stream().map(SwapFace::mark).toList(), new FaceHandle());

    private FaceHandle() {}

    @Override
    public SwapSpec withPoints(SwapSpec spec, int face, FivePoints points) {
        SwapFace old = spec.face(face);
        require(spec, points);
        return ordered(spec.with(old.withPoints(points)));
    }

    @Override
    public SwapSpec added(SwapSpec spec, FivePoints points) {
        require(spec, points);
        int id = 1 + spec.faces().stream().mapToInt(SwapFace::id).max().orElse(0);
        List<SwapFace> next = new ArrayList<>(spec.faces());
        next.add(SwapFace.placed(id, points));
        return ordered(spec.withFaces(next));
    }

    @Override
    public SwapSpec removed(SwapSpec spec, int face) {
        if (!spec.face(face).placed()) {
            throw new EditException(
                    "Face %d was found in the picture, so it stays: do not choose it instead."
                            .formatted(face));
        }
        return spec.withFaces(spec.faces().stream().filter(f -> f.id() != face).toList());
    }

    @Override
    public SwapSpec chosen(SwapSpec spec, int face, boolean chosen) {
        return spec.with(spec.face(face).withChosen(chosen));
    }

    @Override
    public SwapSpec taken(SwapSpec spec, int face, SwapSpec from, int fromFace, String name) {
        FacePlace place = FacePlace.of(from.face(fromFace).points());
        int side = (int) Math.max(1, Math.min(Donor.SIDE, Math.round(place.quad().side())));
        Donor donor = new Donor(place.crop(from.source(), side), name, "");
        SwapFace taking = spec.face(face).withChosen(true);
        return spec.with(taking.withDonor(Optional.of(donor)));
    }

    @Override
    public SwapSpec noted(SwapSpec spec, int face, String rights) {
        SwapFace noted = spec.face(face);
        Donor donor =
                noted.donor()
                        .orElseThrow(
                                () ->
                                        new EditException(
                                                "Face %d has no source yet: choose one before you note who allowed it."
                                                        .formatted(face)));
        donor.withRights(rights).summary(); // refuses a note that is too long
        return spec.with(noted.withDonor(Optional.of(donor.withRights(rights))));
    }

    @Override
    public SwapSpec withoutSource(SwapSpec spec, int face) {
        return spec.with(spec.face(face).withDonor(Optional.empty()));
    }

    private static void require(SwapSpec spec, FivePoints points) {
        FaceSpots.require(points, spec.source().width(), spec.source().height());
    }

    /** From left to right. */
    private static SwapSpec ordered(SwapSpec spec) {
        return spec.withFaces(
                spec.faces().stream()
                        .sorted(Comparator.comparingDouble(f -> f.points().nose().x()))
                        .toList());
    }
}
