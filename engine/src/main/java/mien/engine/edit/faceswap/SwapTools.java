package mien.engine.edit.faceswap;

import java.util.List;
import mien.engine.edit.Remembered;
import mien.engine.face.Landmarks68;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * What a loaded pack can do.
 *
 * @param networks of the walk
 * @param chain how many steps the trained chain is respaced to when nobody asks for a number
 * @param temperature how large all noise is when nobody asks for another
 * @param parses the last few portraits' parses: class numbers by portrait and preparation
 */
record SwapTools(
        SwapNetworks networks, int chain, double temperature, Remembered<Parse, Mask> parses) {

    /** A portrait and how the parser is told it. */
    record Parse(Picture portrait, FaceParser.Normalisation normalisation) {}

    /** Finds faces in pictures of any size. */
    @FunctionalInterface
    interface Finder {

        /** Finds none. */
        Finder NONE = picture -> List.of();

        /** The faces from left to right, in pixels of the picture. */
        List<Landmarks68> faces(Picture picture);
    }
}
