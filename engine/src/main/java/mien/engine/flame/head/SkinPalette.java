package mien.engine.flame.head;

import static mien.engine.flame.head.FaceChart.smooth;

import java.util.List;
import mien.engine.flame.VertexAlbedo;

/** Colours of the head: a mean and one column for each pigment, one standard deviation each. */
final class SkinPalette {
    static final List<String> NAMES =
            List.of(
                    "melanin",
                    "haemoglobin",
                    "yellow",
                    "lipRed",
                    "lipDark",
                    "irisBlue",
                    "irisLight",
                    "irisGreen",
                    "browDark",
                    "browWarm",
                    "cheekRed",
                    "noseRed",
                    "beardShadow",
                    "darkCircles",
                    "scleraWarm",
                    "rosy");

    private static final float[] SKIN = {0.70f, 0.515f, 0.415f};
    private static final float[] IRIS = {0.33f, 0.25f, 0.18f};

    private final HeadMesh mesh;
    private final float[] mean;
    private final float[][] basis;

    private SkinPalette(HeadMesh mesh) {
        this.mesh = mesh;
        this.mean = new float[3 * mesh.size()];
        this.basis = new float[NAMES.size()][3 * mesh.size()];
        for (int v = 0; v < mesh.size(); v++) {
            switch (mesh.parts[v]) {
                case HeadPart.LEFT_EYE -> eye(v, HeadField.EYE_X);
                case HeadPart.RIGHT_EYE -> eye(v, -HeadField.EYE_X);
                case HeadPart.UPPER_TEETH, HeadPart.LOWER_TEETH ->
                        set(mean, v, 0.88f, 0.85f, 0.78f);
                case HeadPart.MOUTH -> mouth(v);
                default -> skin(v);
            }
        }
    }

    static VertexAlbedo of(HeadMesh mesh) {
        SkinPalette p = new SkinPalette(mesh);
        return new VertexAlbedo(p.mean, p.basis, mesh.faces);
    }

    private static void set(float[] column, int v, float r, float g, float b) {
        column[3 * v] = r;
        column[3 * v + 1] = g;
        column[3 * v + 2] = b;
    }

    private void basis(String name, int v, float k, float r, float g, float b) {
        set(basis[NAMES.indexOf(name)], v, k * r, k * g, k * b);
    }

    private void skin(int v) {
        float x = mesh.xyz[3 * v];
        float y = mesh.xyz[3 * v + 1];
        float z = mesh.xyz[3 * v + 2];
        boolean rim = mesh.parts[v] == HeadPart.LID_RIM;
        boolean ear = mesh.parts[v] == HeadPart.LEFT_EAR || mesh.parts[v] == HeadPart.RIGHT_EAR;
        float lip = FaceChart.lips(x, y, z);
        float brow = FaceChart.brow(x, y, z);
        float nostril = (float) Math.min(1, 1.3 * Field.bell(x, y, z, 0.62, -4.85, 10.0, 0.42));
        float red =
                (float)
                                (0.8 * Field.bell(x, y, z, 4.3, -3.6, 6.8, 2.2)
                                        + 0.5 * Field.bell(x, y, z, 0, -4, 11, 1.4))
                        + (ear ? 0.7f : 0);
        float shade = (rim ? 0.52f : 1) * (1 - 0.62f * nostril) * (1 - 0.12f * lip);
        float keep = (1 - 0.16f * brow) * shade;
        set(
                mean,
                v,
                (SKIN[0] + 0.02f * red - 0.03f * lip) * keep,
                (SKIN[1] - 0.03f * red - 0.13f * lip) * keep,
                (SKIN[2] - 0.025f * red - 0.08f * lip) * keep);
        basis("melanin", v, keep, -0.15f, -0.148f, -0.135f);
        basis("haemoglobin", v, keep, 0.014f, -0.022f, -0.014f);
        basis("yellow", v, keep, 0.004f, 0.004f, -0.026f);
        basis("rosy", v, keep, 0.01f, -0.012f, -0.002f);
        basis("lipRed", v, lip, 0.025f, -0.05f, -0.025f);
        basis("lipDark", v, lip, -0.07f, -0.055f, -0.045f);
        basis("browDark", v, brow, -0.09f, -0.075f, -0.06f);
        basis("browWarm", v, brow, 0.04f, 0.0f, -0.03f);
        basis(
                "cheekRed",
                v,
                (float) Field.bell(x, y, z, 4.2, -3.8, 6.9, 2.0),
                0.02f,
                -0.035f,
                -0.025f);
        basis(
                "noseRed",
                v,
                (float) Field.bell(x, y, z, 0.4, -3.9, 10.8, 1.3),
                0.02f,
                -0.035f,
                -0.025f);
        basis("beardShadow", v, FaceChart.beard(x, y, z), -0.05f, -0.04f, -0.028f);
        basis(
                "darkCircles",
                v,
                (float) Field.bell(x, y, z, 2.8, -1.3, 8.3, 1.0),
                -0.045f,
                -0.045f,
                -0.03f);
    }

    private void eye(int v, double cx) {
        double dx = mesh.xyz[3 * v] - cx;
        double dy = mesh.xyz[3 * v + 1];
        double dz = mesh.xyz[3 * v + 2] - HeadField.EYE_Z;
        float angle = (float) Math.toDegrees(Math.atan2(Math.hypot(dx, dy), dz));
        float iris = smooth(29.5f, 27f, angle);
        float pupil = smooth(11.8f, 9.2f, angle);
        float ring = 1 - 0.45f * smooth(21f, 26.4f, angle) * iris;
        float[] white = {0.90f, 0.875f, 0.86f};
        float corner = smooth(45, 80, angle);
        for (int i = 0; i < 3; i++) {
            float sclera = white[i] - corner * (i == 0 ? 0.08f : 0.18f);
            float coloured = IRIS[i] * ring * (1 - pupil) + 0.03f * pupil;
            mean[3 * v + i] = sclera * (1 - iris) + coloured * iris;
        }
        float k = iris * ring * (1 - pupil);
        basis("irisBlue", v, k, -0.055f, 0.035f, 0.13f);
        basis("irisLight", v, k, 0.085f, 0.07f, 0.05f);
        basis("irisGreen", v, k, -0.02f, 0.05f, 0.0f);
        basis("scleraWarm", v, 1 - iris, 0.0f, -0.02f, -0.045f);
    }

    private void mouth(int v) {
        float deep = smooth(8.6f, 7.2f, mesh.xyz[3 * v + 2]);
        set(mean, v, 0.50f - 0.36f * deep, 0.25f - 0.19f * deep, 0.23f - 0.17f * deep);
    }
}
