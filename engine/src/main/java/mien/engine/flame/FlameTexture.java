package mien.engine.flame;

import java.util.function.IntToDoubleFunction;

/**
 * FLAME's texture space as its file holds it: interleaved blue, green, red over 0 to 255.
 *
 * @param side rows and columns of the map (512 in the published file)
 * @param columns texture directions in the file (200)
 * @param mean entries of [side, side, 3], row-major
 * @param directions entries of [side, side, 3, columns], row-major
 */
public record FlameTexture(
        int side, int columns, IntToDoubleFunction mean, IntToDoubleFunction directions) {
    /**
     * As DECA uses it: every even row and column, red first, over 0 to 1.
     *
     * @param count how many of the directions to keep (DECA: 50)
     * @param grid map position of every face corner [F·6], see {@link TextureAlbedo#grid()}
     * @return the albedo
     */
    public TextureAlbedo albedo(int count, float[] grid) {
        if (count > columns) {
            throw new IllegalArgumentException(
                    "The texture file has %d directions, but %d are wanted."
                            .formatted(columns, count));
        }
        float[][] basis = new float[count][];
        for (int k = 0; k < count; k++) {
            int column = k;
            basis[k] = planar(entry -> directions.applyAsDouble(entry * columns + column));
        }
        return new TextureAlbedo(side / 2, planar(mean), basis, grid);
    }

    private float[] planar(IntToDoubleFunction entries) {
        int half = side / 2;
        float[] out = new float[3 * half * half];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < half; y++) {
                for (int x = 0; x < half; x++) {
                    int entry = (2 * y * side + 2 * x) * 3 + 2 - c;
                    out[(c * half + y) * half + x] = (float) (entries.applyAsDouble(entry) / 255);
                }
            }
        }
        return out;
    }
}
