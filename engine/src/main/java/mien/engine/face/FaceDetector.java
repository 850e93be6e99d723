package mien.engine.face;

import java.util.List;
import mien.engine.picture.Picture;

/** Finds where faces are. */
public interface FaceDetector {

    /**
     * @param picture of any size; transparency is left out
     * @return the faces, surest first, in its pixels; none where there is none
     */
    List<Detection> faces(Picture picture);
}
