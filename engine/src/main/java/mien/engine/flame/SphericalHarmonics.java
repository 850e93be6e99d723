package mien.engine.flame;

/**
 * Light from nine spherical-harmonic bands (Ramamoorthi and Hanrahan 2001): shading_c = Σ_k
 * light[k, c] · C_k · Y_k(n), Y = (1, x, y, z, xy, xz, yz, x² − y², 3z² − 1). Not clamped; normals
 * are used at the length they come.
 */
public final class SphericalHarmonics {
    /** Number of bands. */
    public static final int BANDS = 9;

    private static final float C0 = 0.28209481f; // 1/√4π
    private static final float C1 = 1.02332675f; // 2π/3·√(3/4π)
    private static final float C2 = 0.85808551f; // π/4·3·√(5/12π)
    private static final float C3 = 0.42904276f; // π/4·3/2·√(5/12π)
    private static final float C4 = 0.24770796f; // π/4·1/2·√(5/4π)

    private SphericalHarmonics() {}

    /**
     * @param band 0 to 8
     * @return C of that band
     */
    public static float constant(int band) {
        return switch (band) {
            case 0 -> C0;
            case 1, 2, 3 -> C1;
            case 4, 5, 6 -> C2;
            case 7 -> C3;
            case 8 -> C4;
            default -> throw new IllegalArgumentException("There is no light band " + band + ".");
        };
    }

    /**
     * @param light 27 numbers, [9, 3] row-major
     * @param colour 0 red, 1 green, 2 blue
     * @param x normal's x
     * @param y normal's y
     * @param z normal's z
     * @return the shading of that colour
     */
    public static float shade(float[] light, int colour, float x, float y, float z) {
        return light[colour] * C0
                + light[3 + colour] * (C1 * x)
                + light[6 + colour] * (C1 * y)
                + light[9 + colour] * (C1 * z)
                + light[12 + colour] * (C2 * (x * y))
                + light[15 + colour] * (C2 * (x * z))
                + light[18 + colour] * (C2 * (y * z))
                + light[21 + colour] * (C3 * (x * x - y * y))
                + light[24 + colour] * (C4 * (3 * (z * z) - 1));
    }

    /**
     * @param light 27 numbers, [9, 3] row-major
     * @param normals planar x, y, z: [3·n]
     * @return planar red, green, blue shading [3·n]
     */
    public static float[] shade(float[] light, float[] normals) {
        int n = normals.length / 3;
        float[] shading = new float[3 * n];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < n; i++) {
                shading[c * n + i] =
                        shade(light, c, normals[i], normals[n + i], normals[2 * n + i]);
            }
        }
        return shading;
    }
}
