package mien.engine.edit.faceswap;

import java.util.Optional;
import mien.engine.face.EyeBoxes;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * The two pictures of a swap, aligned as the networks learnt them (FFHQ in the published ones).
 *
 * @param source whose face it will be, S × S
 * @param target which picture it will be, S × S
 * @param face where the target's face is, 0 to 255; empty: where the parser finds it. A person's
 *     own mask, or the parser's ({@link SwapWalk#faceMask}) with what was painted joined to it; it
 *     acts everywhere: on what the identity expert sees, in blending, and in the paste at the end
 * @param eyes where the target's eyes are; empty where no landmarks were found: then nobody looks
 *     at the gaze
 * @param number of the face among those of one picture, from 0: each has noise of its own,
 *     whichever others are swapped with it
 */
public record SwapPair(
        Picture source, Picture target, Optional<Mask> face, Optional<EyeBoxes> eyes, int number) {

    private static final long APART = 0x9e3779b97f4a7c15L; // 2^64 over the golden ratio

    /** The only face. */
    public SwapPair(Picture source, Picture target, Optional<Mask> face, Optional<EyeBoxes> eyes) {
        this(source, target, face, eyes, 0);
    }

    /** The seed of this face's noise; that of the run for the first one. */
    long seed(long ofRun) {
        return ofRun + number * APART;
    }
}
