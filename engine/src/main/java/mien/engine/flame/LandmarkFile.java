package mien.engine.flame;

import java.nio.file.Path;
import mien.engine.checkpoint.ArrayFile;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.storage.NumberArray;
import mien.engine.flame.Landmarks.SurfacePoints;

/**
 * DECA's table of where FLAME's landmarks lie, {@code landmark_embedding.npy}: a pickled dictionary
 * of NumPy's and PyTorch's arrays.
 */
public final class LandmarkFile {

    private LandmarkFile() {}

    /**
     * Reads a table.
     *
     * @param meshFaces corners of the head's mesh [F·3]
     * @throws CheckpointException when the file cannot be read, is no such table, or is of another
     *     mesh
     */
    public static Landmarks read(Path path, int[] meshFaces) {
        try (ArrayFile file = ArrayFile.open(path)) {
            return new Landmarks(
                    points(path, file, "static", meshFaces),
                    points(path, file, "dynamic", meshFaces),
                    points(path, file, "full", meshFaces));
        } catch (IllegalArgumentException e) {
            throw refused(path, e.getMessage());
        }
    }

    private static SurfacePoints points(Path path, ArrayFile file, String kind, int[] meshFaces) {
        NumberArray numbers = array(path, file, kind + "_lmk_faces_idx");
        int[] faces = new int[numbers.count()];
        for (int i = 0; i < faces.length; i++) {
            long face = numbers.whole(i);
            if (face < 0 || face >= meshFaces.length / 3) {
                throw refused(path, "A landmark lies on face " + face + ", which the head lacks.");
            }
            faces[i] = (int) face;
        }
        float[] bary = array(path, file, kind + "_lmk_bary_coords").floats();
        return SurfacePoints.onFaces(meshFaces, faces, bary);
    }

    private static NumberArray array(Path path, ArrayFile file, String name) {
        return file.array(name).orElseThrow(() -> refused(path, "It has no array '" + name + "'."));
    }

    private static CheckpointException refused(Path path, String why) {
        return new CheckpointException(
                "%s is no table of FLAME's landmarks: %s Choose DECA's landmark_embedding.npy."
                        .formatted(path, why));
    }
}
