package mien.engine.flame.head;

/**
 * What a renderer wants to know of the built-in head's mesh besides its rig. V vertices; do not
 * write to the arrays.
 *
 * @param rest vertices of the mean head [V·3], centimetres, eye line at y = 0 (see {@link
 *     FaceChart})
 * @param parts {@link HeadPart} of every vertex [V]
 * @param sides +1 from the mouth line up, -1 below it, 0 at the mouth corners [V]
 * @param openness how much sky every vertex sees [V], 0 to 1
 * @param grid skin vertices by row (crown to collar) and column (front, person's left, back, right)
 * @param angles angle of each column, radians from the front toward the person's left
 */
public record HeadAtlas(
        float[] rest, byte[] parts, byte[] sides, float[] openness, int[][] grid, float[] angles) {

    static HeadAtlas of(HeadMesh mesh, float[] normals) {
        float[] openness = new float[mesh.size()];
        for (int v = 0; v < openness.length; v++) {
            boolean skin = mesh.parts[v] == HeadPart.SKIN;
            openness[v] =
                    !skin
                            ? 1
                            : (float)
                                    HeadField.openness(
                                            mesh.xyz[3 * v],
                                            mesh.xyz[3 * v + 1],
                                            mesh.xyz[3 * v + 2],
                                            normals[3 * v],
                                            normals[3 * v + 1],
                                            normals[3 * v + 2]);
        }
        float[] angles = new float[HeadGrid.COLUMNS];
        for (int c = 0; c < angles.length; c++) {
            angles[c] = (float) HeadGrid.angle(c);
        }
        return new HeadAtlas(mesh.xyz, mesh.parts, mesh.sides, openness, mesh.grid.below, angles);
    }
}
