package mien.engine.face;

import mien.engine.picture.Picture;

/** Finds the 68 points of a face that a {@link FaceDetector} found. */
public interface LandmarkFinder {

    /**
     * @param picture the whole picture
     * @param box around the face in it
     */
    Landmarks68 landmarks(Picture picture, FaceBox box);
}
