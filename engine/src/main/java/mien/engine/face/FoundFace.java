package mien.engine.face;

import mien.engine.picture.FivePoints;

/**
 * A face that was found in a picture.
 *
 * @param box around it, in picture pixels; may reach beyond the picture
 * @param score how sure the detector is, 0 to 1
 * @param points its 68 landmarks in picture pixels
 */
public record FoundFace(FaceBox box, double score, Landmarks68 points) {

    /** The points that an artist may move. */
    public FivePoints fivePoints() {
        return points.fivePoints();
    }
}
