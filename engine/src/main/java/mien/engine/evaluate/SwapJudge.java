package mien.engine.evaluate;

import java.util.List;
import java.util.Optional;
import mien.engine.face.Gaze;
import mien.engine.face.Landmarks68;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** Who says how good a swap is. Portraits are upright squares as the swap's networks read them. */
public interface SwapJudge {

    /** The unit identity vector of a portrait, by a network that no guidance asks. */
    float[] identity(Picture portrait);

    /** The unit identity vector of a portrait, by the network that guides. */
    float[] guiding(Picture portrait);

    /**
     * Where both eyes look.
     *
     * @param face in pixels of the portrait
     */
    List<Gaze> gaze(Picture portrait, Landmarks68 face);

    /** The parts of a portrait's face: class numbers of its pixels. */
    Mask parts(Picture portrait);

    /**
     * The head's code as it is read from a picture; empty if nobody here can read heads.
     *
     * @param picture a whole, square picture
     */
    Optional<FlameCode> head(Picture picture);
}
