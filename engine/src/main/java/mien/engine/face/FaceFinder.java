package mien.engine.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;

/**
 * Finds the faces of a picture and their landmarks.
 *
 * @param detector where faces are
 * @param landmarks where their points are
 */
public record FaceFinder(FaceDetector detector, LandmarkFinder landmarks) {

    /**
     * @param picture of any size
     * @param pause called before each face and before the first look; what it throws ends the
     *     search
     * @return every face, from left to right; at least one
     * @throws PictureException if there is none
     */
    public List<FoundFace> faces(Picture picture, Runnable pause) {
        pause.run();
        List<FoundFace> faces = new ArrayList<>();
        for (Detection face : detector.faces(picture)) {
            pause.run();
            Landmarks68 points = landmarks.landmarks(picture, face.box());
            faces.add(new FoundFace(face.box(), face.score(), points));
        }
        if (faces.isEmpty()) {
            throw new PictureException(
                    "No face was found in the picture of %d × %d pixels: mark its eyes, nose and mouth by hand, or take another picture."
                            .formatted(picture.width(), picture.height()));
        }
        faces.sort(Comparator.comparingDouble(f -> f.box().left() + f.box().right()));
        return List.copyOf(faces);
    }
}
