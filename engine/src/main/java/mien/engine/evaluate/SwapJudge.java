package mien.engine.evaluate;

import java.util.List;
import mien.engine.face.Gaze;
import mien.engine.face.Landmarks68;
import mien.engine.flame.FlameCode;
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

    /**
     * The head's code as it is read from a picture.
     *
     * @param picture a whole, square picture
     */
    FlameCode head(Picture picture);
}
