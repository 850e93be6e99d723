package mien.engine.world;

import mien.engine.flame.Posed;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.flame.head.FaceChart;
import mien.engine.flame.head.HeadAtlas;
import mien.engine.flame.head.HeadPart;

/** The rig's own mesh in the scene; a beard swells it. */
final class HeadPiece {
    private static final HeadAtlas ATLAS = BuiltinHead.atlas();
    private static final int[] FACES = BuiltinHead.rig().model().faces();
    private static final byte[] MATERIALS = materials();
    private static final float[] BEARD = beardMask();

    private HeadPiece() {}

    private static byte[] materials() {
        byte[] out = new byte[FACES.length / 3];
        for (int f = 0; f < out.length; f++) {
            int part = 0;
            for (int k = 0; k < 3; k++) {
                part = Math.max(part, ATLAS.parts()[FACES[3 * f + k]]);
            }
            out[f] =
                    switch (part) {
                        case HeadPart.LEFT_EYE, HeadPart.RIGHT_EYE -> Material.EYE;
                        case HeadPart.LEFT_EAR, HeadPart.RIGHT_EAR -> Material.EAR;
                        case HeadPart.MOUTH -> Material.MOUTH;
                        case HeadPart.UPPER_TEETH, HeadPart.LOWER_TEETH -> Material.TEETH;
                        case HeadPart.LID_RIM -> Material.LID;
                        default -> Material.SKIN;
                    };
        }
        return out;
    }

    /** Thickness a full beard has at every vertex, centimetres: jaw and chin, and the upper lip. */
    private static float[] beardMask() {
        float[] rest = ATLAS.rest();
        float[] mask = new float[2 * ATLAS.parts().length];
        for (int v = 0; v < ATLAS.parts().length; v++) {
            if (ATLAS.parts()[v] == HeadPart.SKIN) {
                float x = rest[3 * v];
                float y = rest[3 * v + 1];
                float z = rest[3 * v + 2];
                float lip = FaceChart.moustache(x, y, z) * FaceChart.smooth(-8.3f, -7.4f, y);
                mask[2 * v] = (FaceChart.beard(x, y, z) - lip) * FaceChart.smooth(-1, -8, y) * 1.3f;
                mask[2 * v + 1] = 0.45f * lip;
            }
        }
        return mask;
    }

    static void add(Scene scene, Posed posed, Frame frame, float[] colours, Identity who) {
        Marks marks = who.marks();
        float[] v = posed.vertices();
        int n = v.length / 3;
        System.arraycopy(v, 0, scene.xyz, 0, v.length);
        System.arraycopy(ATLAS.rest(), 0, scene.uvw, 0, v.length);
        System.arraycopy(colours, 0, scene.rgb, 0, v.length);
        System.arraycopy(ATLAS.openness(), 0, scene.open, 0, n);
        scene.vertices = n;
        boolean covered = who.outfit().headwear() == Headwear.HEADSCARF;
        for (int f = 0; f < MATERIALS.length; f++) {
            if (!covered || MATERIALS[f] != Material.EAR) {
                scene.triangle(FACES[3 * f], FACES[3 * f + 1], FACES[3 * f + 2], MATERIALS[f]);
            }
        }
        scene.smooth(0, 0);
        if (marks.beard() > 0 || marks.moustache() > 0) {
            for (int i = 0; i < n; i++) {
                float grow =
                        0.01f
                                * (BEARD[2 * i] * marks.beard()
                                        + BEARD[2 * i + 1] * marks.moustache());
                for (int k = 0; k < 3; k++) {
                    scene.xyz[3 * i + k] += grow * scene.normal[3 * i + k];
                }
            }
            scene.smooth(0, 0);
        }
        shadeEyes(scene, posed, frame);
    }

    /** The upper lid and its lashes keep light off the upper part of the eyeball. */
    private static void shadeEyes(Scene scene, Posed posed, Frame frame) {
        float[] p = new float[3];
        for (int v = 0; v < ATLAS.parts().length; v++) {
            int eye = ATLAS.parts()[v] - HeadPart.LEFT_EYE;
            if (eye == 0 || eye == 1) {
                frame.toRest(posed.vertices(), 3 * v, p);
                float up = p[1] - 100 * posed.restJoints()[10 + 3 * eye];
                scene.open[v] = 1 - 0.75f * FaceChart.smooth(0.1f, 0.7f, up);
            }
        }
    }
}
