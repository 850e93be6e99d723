package mien.engine.flame;

/**
 * A square colour map laid over the mesh.
 *
 * @param size rows and columns of the map
 * @param mean planar red, green, blue [3·size·size], about 0 to 1
 * @param basis offsets per coefficient [T][3·size·size]
 * @param grid map position of every face corner, two numbers each, −1 to 1 over the map, x right, y
 *     down [F·6]
 */
public record TextureAlbedo(int size, float[] mean, float[][] basis, float[] grid)
        implements AlbedoModel {
    public TextureAlbedo {
        int values = 3 * size * size;
        boolean fits = mean.length == values;
        for (float[] column : basis) {
            fits &= column.length == values;
        }
        if (!fits || grid.length % 6 != 0) {
            throw new IllegalArgumentException(
                    "A colour map of side %d needs %d values for the mean and every offset."
                            .formatted(size, values));
        }
    }

    /**
     * Map positions from a mesh file: (u·2 − 1, −(v·2 − 1)) for every face corner.
     *
     * @param uv texture coordinates, v upwards [n·2]
     * @param uvFaces which of them each face corner uses [F·3]
     * @return the grid [F·6]
     */
    public static float[] grid(float[] uv, int[] uvFaces) {
        float[] grid = new float[2 * uvFaces.length];
        for (int i = 0; i < uvFaces.length; i++) {
            grid[2 * i] = uv[2 * uvFaces[i]] * 2 - 1;
            grid[2 * i + 1] = -(uv[2 * uvFaces[i] + 1] * 2 - 1);
        }
        return grid;
    }

    @Override
    public int count() {
        return basis.length;
    }

    @Override
    public Surface surface(float[] coefficients) {
        float[] map = AlbedoModel.blended(mean, basis, coefficients);
        return (face, w, at, rgb) -> {
            int g = 6 * face;
            float gx = w[at] * grid[g] + w[at + 1] * grid[g + 2] + w[at + 2] * grid[g + 4];
            float gy = w[at] * grid[g + 1] + w[at + 1] * grid[g + 3] + w[at + 2] * grid[g + 5];
            sample(map, gx, gy, rgb);
        };
    }

    /** Bilinear, corners not aligned, black outside the map. */
    private void sample(float[] map, float gx, float gy, float[] rgb) {
        float x = ((gx + 1) * size - 1) / 2;
        float y = ((gy + 1) * size - 1) / 2;
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        float fx = x - x0;
        float fy = y - y0;
        rgb[0] = 0;
        rgb[1] = 0;
        rgb[2] = 0;
        add(map, x0, y0, (1 - fx) * (1 - fy), rgb);
        add(map, x0 + 1, y0, fx * (1 - fy), rgb);
        add(map, x0, y0 + 1, (1 - fx) * fy, rgb);
        add(map, x0 + 1, y0 + 1, fx * fy, rgb);
    }

    private void add(float[] map, int x, int y, float weight, float[] rgb) {
        if (x >= 0 && y >= 0 && x < size && y < size) {
            int plane = size * size;
            int i = y * size + x;
            rgb[0] += weight * map[i];
            rgb[1] += weight * map[plane + i];
            rgb[2] += weight * map[2 * plane + i];
        }
    }
}
