package mien.engine.raster;

import java.util.List;
import mien.engine.flame.AlbedoModel;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameModel;
import mien.engine.flame.Landmarks;
import mien.engine.flame.Landmarks.SurfacePoints;
import mien.engine.flame.Posed;

/** Any mesh as a head that cannot move, for cases that start from finished vertices. */
final class StillHead {
    private StillHead() {}

    static FaceRig rig(float[] vertices, int[] faces, AlbedoModel albedo) {
        int v = vertices.length / 3;
        float[][] none = {};
        FlameModel model =
                new FlameModel(
                        new FlameModel.Data(
                                vertices,
                                none,
                                none,
                                new float[FlameModel.POSE_FEATURES][3 * v],
                                new float[FlameModel.JOINTS][v],
                                followingTheRoot(v),
                                new int[] {-1, 0, 1, 1, 1},
                                faces));
        Landmarks landmarks = Landmarks.fixed(SurfacePoints.onVertices(new int[Landmarks.COUNT]));
        return new FaceRig(model, albedo, landmarks, List.of(), List.of());
    }

    static Posed posed(FaceRig rig) {
        float[] none = {};
        return rig.model().pose(none, none, new float[6], new float[3], new float[6]);
    }

    private static float[][] followingTheRoot(int vertices) {
        float[][] weights = new float[vertices][FlameModel.JOINTS];
        for (float[] row : weights) {
            row[0] = 1;
        }
        return weights;
    }
}
