package mien.engine.flame;

/**
 * One colour a vertex.
 *
 * @param mean red, green, blue of every vertex [V·3], 0 to 1
 * @param basis offsets per coefficient [T][V·3]
 * @param faces corners of the mesh [F·3]
 */
public record VertexAlbedo(float[] mean, float[][] basis, int[] faces) implements AlbedoModel {
    public VertexAlbedo {
        for (float[] column : basis) {
            if (column.length != mean.length) {
                throw new IllegalArgumentException(
                        "Every albedo offset needs %d values, but one has %d."
                                .formatted(mean.length, column.length));
            }
        }
    }

    @Override
    public int count() {
        return basis.length;
    }

    @Override
    public Surface surface(float[] coefficients) {
        float[] colours = AlbedoModel.blended(mean, basis, coefficients);
        return (face, w, at, rgb) -> {
            int a = 3 * faces[3 * face];
            int b = 3 * faces[3 * face + 1];
            int c = 3 * faces[3 * face + 2];
            for (int i = 0; i < 3; i++) {
                rgb[i] =
                        w[at] * colours[a + i]
                                + w[at + 1] * colours[b + i]
                                + w[at + 2] * colours[c + i];
            }
        };
    }
}
