package mien.engine.edit.faceswap;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mien.engine.face.FaceMask;
import mien.engine.face.FaceParts;
import mien.engine.face.FacePlace;
import mien.engine.picture.Mask;
import mien.engine.picture.mask.Join;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;

/**
 * Which pixels belong to a swapped face: what the parser takes for the face (reference diffface.md
 * §6: skin, brows, eyes, nose, mouth, lips), further parts if they are wanted, and what a person
 * painted joined to it.
 *
 * @param painted masks painted on the whole picture; they say nothing while there are none
 * @param how how they are joined to what the parser found
 * @param further names of {@link #FURTHER} parts that belong to the face too
 * @param band how wide a band inside the edge takes on the colours around it, as the standard
 *     deviation of a Gaussian in pixels of the portrait; 0 for none, as in the program
 */
record SwapArea(MaskSet painted, How how, Set<String> further, double band) {

    /** How the painted masks are joined to the parser's. */
    enum How {
        ADD,
        REMOVE,
        WITHIN,
        INSTEAD
    }

    /** What may belong to a face, and the parser's classes of it. */
    static final Map<String, Set<Integer>> FURTHER =
            Map.of("ears", Set.of(7, 8), "glasses", Set.of(6), "hair", Set.of(17));

    SwapArea {
        further = Set.copyOf(further);
    }

    static SwapArea of(MaskSet painted) {
        return new SwapArea(painted, How.ADD, Set.of(), 0);
    }

    SwapArea withPainted(MaskSet masks) {
        return new SwapArea(masks, how, further, band);
    }

    SwapArea with(How other) {
        return new SwapArea(painted, other, further, band);
    }

    SwapArea with(String part, boolean wanted) {
        Set<String> parts = new TreeSet<>(further);
        if (wanted) {
            parts.add(part);
        } else {
            parts.remove(part);
        }
        return new SwapArea(painted, how, parts, band);
    }

    SwapArea withBand(double newBand) {
        return new SwapArea(painted, how, further, newBand);
    }

    /**
     * What the parser's answer says of the face.
     *
     * @param classes class numbers of the portrait's pixels
     * @return 255 on the face, 0 elsewhere
     */
    Mask parsed(Mask classes) {
        Set<Integer> wanted = new TreeSet<>(FaceParts.FACE);
        further.forEach(part -> wanted.addAll(FURTHER.get(part)));
        byte[] out = new byte[classes.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (wanted.contains(classes.values()[i] & 0xff) ? 255 : 0);
        }
        return new Mask(classes.width(), classes.height(), out);
    }

    /**
     * M of the reference, with what was painted.
     *
     * @param parsed what {@link #parsed} found in the portrait
     */
    FaceMask joined(FacePlace place, Mask parsed) {
        int w = painted.width();
        int h = painted.height();
        FaceMask found = FaceMask.of(place, parsed, w, h);
        return painted.rendered().map(mask -> joined(place, found, mask)).orElse(found);
    }

    private FaceMask joined(FacePlace place, FaceMask found, TiledMask mask) {
        FaceMask drawn = FaceMask.painted(place, mask, found.crop().width());
        return switch (how) {
            case ADD -> found.joined(Join.UNION, drawn);
            case REMOVE -> found.joined(Join.SUBTRACT, drawn);
            case WITHIN -> found.joined(Join.INTERSECT, drawn);
            case INSTEAD -> drawn;
        };
    }
}
