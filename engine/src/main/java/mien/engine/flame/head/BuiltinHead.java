package mien.engine.flame.head;

import java.util.List;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameModel;
import mien.engine.flame.VertexNormals;

/**
 * The generated head: 5,407 vertices, metres, y up, z toward the viewer, the eye line at y = 0,
 * facing +z. Rotations are right-handed: a positive yaw (about y) turns the nose toward +x, the
 * picture's right; a positive pitch (about x) lowers it; a positive jaw angle (about x) opens the
 * mouth.
 */
public final class BuiltinHead {
    private static final BuiltinHead ONE = new BuiltinHead();

    private final FaceRig rig;
    private final HeadAtlas atlas;

    private BuiltinHead() {
        HeadMesh mesh = new HeadMesh();
        float[] template = new float[3 * mesh.size()];
        for (int i = 0; i < template.length; i++) {
            template[i] = mesh.xyz[i] / 100;
        }
        ShapeBasis shape = new ShapeBasis();
        ExpressionBasis expression = new ExpressionBasis(mesh);
        Skinning skinning = new Skinning(mesh);
        FlameModel model =
                new FlameModel(
                        new FlameModel.Data(
                                template,
                                shape.columns(mesh),
                                expression.columns(),
                                skinning.correctives(),
                                skinning.regressor(),
                                skinning.weights(),
                                Skinning.PARENTS,
                                mesh.faces));
        rig =
                new FaceRig(
                        model,
                        SkinPalette.of(mesh),
                        new HeadLandmarks(mesh).table(),
                        shape.names(),
                        expression.names());
        atlas = HeadAtlas.of(mesh, VertexNormals.of(mesh.xyz, mesh.faces));
    }

    /**
     * @return the rig; always the same one
     */
    public static FaceRig rig() {
        return ONE.rig;
    }

    /**
     * @return what lies where on its mesh
     */
    public static HeadAtlas atlas() {
        return ONE.atlas;
    }

    /**
     * @return a word for each albedo coefficient
     */
    public static List<String> albedoNames() {
        return SkinPalette.NAMES;
    }
}
