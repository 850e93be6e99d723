package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import mien.engine.edit.Run;
import mien.engine.face.EyeBoxes;
import mien.engine.face.FacePlace;
import mien.engine.face.Landmarks68;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;

/**
 * A face of the target as a walk takes it: what never changes while settings do.
 *
 * @param face in the picture
 * @param place of its portrait
 * @param portrait upright, S × S
 * @param parsed where the parser finds the face, with the further parts that are wanted
 */
record SwapTarget(SwapFace face, FacePlace place, Picture portrait, Mask parsed) {

    static SwapTarget of(SwapFace face, SwapSpec spec, SwapTools tools, Run run) {
        FacePlace place = FacePlace.of(face.points());
        Picture portrait = place.crop(spec.source(), tools.networks().size());
        run.checkCancelled();
        SwapTools.Parse parse = new SwapTools.Parse(portrait, spec.guidance().guiding().parsing());
        Mask classes = tools.parses().of(parse, p -> classes(p, tools.networks(), run));
        return new SwapTarget(face, place, portrait, spec.where().parsed(classes));
    }

    private static Mask classes(SwapTools.Parse parse, SwapNetworks networks, Run run) {
        Picture portrait = parse.portrait();
        int side = portrait.width();
        try (NDManager manager = NDManager.newBaseManager(run.device(), "PyTorch")) {
            NDArray x = manager.create(portrait.planar(Range.SIGNED), new Shape(1, 3, side, side));
            return networks.parser().with(parse.normalisation()).parts(x);
        }
    }

    /** The pictures of its walk. */
    SwapPair pair(SwapSpec spec) {
        int side = portrait.width();
        Picture source = face.donor().orElseThrow().portrait().resized(side, side);
        Mask m = spec.where().joined(place, parsed).crop();
        return new SwapPair(source, portrait, Optional.of(m), eyes(), face.id() - 1);
    }

    /** Where its eyes are in the portrait; empty if one lies outside. */
    private Optional<EyeBoxes> eyes() {
        int side = portrait.width();
        try {
            EyeBoxes boxes =
                    face.landmarks()
                            .map(l -> new Landmarks68(place.inside(l.xy(), side)))
                            .map(l -> EyeBoxes.of(l, side))
                            .orElseGet(() -> guessed(side));
            return Optional.of(boxes.within(side, side));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private EyeBoxes guessed(int side) {
        return EyeBoxes.of(FivePoints.of(place.inside(face.points().xy(), side)), side);
    }
}
