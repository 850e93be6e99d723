package mien.engine.world;

/** Neck base, shoulders and chest, with collar, hood or scarf. */
final class TorsoPiece {
    /**
     * Rings from the throat down: height over the root joint, half width, half depth, shift
     * forward.
     */
    private static final float[][] RINGS = {
        {2.4f, 3.9f, 4.0f, 0.1f}, {1.7f, 4.7f, 4.7f, 0.1f}, {1.1f, 5.6f, 5.3f, 0.1f},
        {0.5f, 6.9f, 5.8f, 0.1f}, {-0.4f, 8.8f, 6.2f, 0.1f}, {-1.3f, 11.2f, 6.5f, 0.2f},
        {-2.2f, 13.8f, 6.9f, 0.3f}, {-3.3f, 16.2f, 7.4f, 0.4f}, {-4.8f, 18.2f, 8.0f, 0.7f},
        {-6.8f, 19.6f, 8.8f, 1.0f}, {-9.5f, 20.6f, 9.6f, 1.4f}, {-13f, 21.0f, 10.4f, 1.8f},
        {-18f, 21.2f, 11f, 2f}
    };

    private static final int COLUMNS = 44;

    /** Height of the rings' zero over the root joint, centimetres. */
    static final float LIFT = 2.4f;

    private TorsoPiece() {}

    static void add(Scene scene, Frame frame, Identity who, float[] skin) {
        Outfit outfit = who.outfit();
        int first = scene.vertices;
        int firstFace = scene.faces;
        int[][] grid = new int[RINGS.length][COLUMNS];
        float[] p = new float[3];
        for (int r = 0; r < RINGS.length; r++) {
            float[] ring = RINGS[r];
            float wide =
                    r < 3
                            ? ring[1]
                            : ring[1] * (1 + (outfit.build() - 1) * Math.min(1, (r - 2) / 4f));
            for (int c = 0; c < COLUMNS; c++) {
                float a = (float) (2 * Math.PI * c / COLUMNS);
                float sx = (float) Math.sin(a);
                float cz = (float) Math.cos(a);
                float e = r < 4 ? 1 : 0.82f;
                float ux = Math.copySign((float) Math.pow(Math.abs(sx), e), sx);
                float uz = Math.copySign((float) Math.pow(Math.abs(cz), e), cz);
                float x = wide * ux;
                float y = ring[0];
                float cloth = Cloth.covers(outfit.garment(), x, y, ring[2] * uz + ring[3]) ? 1 : 0;
                float z = ring[2] * uz + ring[3];
                p[0] = frame.pivot[0] + x * (1 + 0.03f * cloth);
                p[1] = frame.pivot[1] + LIFT + y + 0.25f * cloth;
                p[2] = frame.pivot[2] + z * (1 + 0.05f * cloth);
                frame.pose(p, 1);
                float hollow = 1 - 0.25f * Shell.smooth(1.2f, 4, ring[0]);
                grid[r][c] = scene.vertex(p[0], p[1], p[2], x, y, z, skin, hollow);
            }
        }
        scene.sheet(grid, true, Material.TORSO);
        scene.smooth(first, firstFace);
        collar(scene, frame, outfit);
    }

    private static void collar(Scene scene, Frame frame, Outfit outfit) {
        float[] c = outfit.first();
        if (outfit.headwear() == Headwear.HEADSCARF) {
            band(
                    scene,
                    frame,
                    outfit.headColour(),
                    Material.HAT,
                    (float) Math.PI,
                    new float[][] {
                        {6.5f, 6.0f, 6.0f},
                        {5.6f, 7.0f, 7.2f},
                        {3.4f, 8.2f, 8.4f},
                        {0.6f, 9.2f, 8.6f},
                        {-2f, 11f, 8.0f}
                    },
                    0);
        }
        switch (outfit.garment()) {
            case SHIRT, JACKET ->
                    band(
                            scene,
                            frame,
                            c,
                            Material.COLLAR,
                            2.75f,
                            new float[][] {
                                {0.2f, 6.1f, 5.9f},
                                {2.6f, 6.3f, 6.0f},
                                {2.4f, 6.9f, 6.6f},
                                {-0.6f, 8.6f, 7.6f}
                            },
                            2.4f);
            case HOODIE ->
                    band(
                            scene,
                            frame,
                            c,
                            Material.COLLAR,
                            2.8f,
                            new float[][] {
                                {0.0f, 6.4f, 6.0f},
                                {2.6f, 7.4f, 6.8f},
                                {3.2f, 9.0f, 8.2f},
                                {1.6f, 10.6f, 9.6f},
                                {-1.4f, 11.2f, 9.6f}
                            },
                            2.6f);
            case TURTLENECK ->
                    band(
                            scene,
                            frame,
                            c,
                            Material.COLLAR,
                            (float) Math.PI,
                            new float[][] {
                                {2.6f, 5.5f, 5.6f},
                                {3.0f, 6.0f, 6.0f},
                                {1.8f, 6.4f, 6.3f},
                                {0.4f, 7.3f, 6.7f},
                                {-0.6f, 9f, 7.2f}
                            },
                            0);
            default -> {}
        }
    }

    /**
     * Cloth round the neck, open in front unless {@code reach} is π; rings are height, half width,
     * half depth; {@code drop} lowers the front.
     */
    private static void band(
            Scene scene,
            Frame frame,
            float[] rgb,
            byte material,
            float reach,
            float[][] rings,
            float drop) {
        int first = scene.vertices;
        int firstFace = scene.faces;
        int columns = 36;
        int[][] grid = new int[rings.length][columns];
        float[] p = new float[3];
        for (int r = 0; r < rings.length; r++) {
            for (int c = 0; c < columns; c++) {
                float a = (float) Math.PI + reach * (2f * c / (columns - 1) - 1);
                float front = (float) Math.pow(0.5 + 0.5 * Math.cos(a), 2);
                float x = rings[r][1] * (float) Math.sin(a);
                float z = rings[r][2] * (float) Math.cos(a) + 0.2f;
                float y = rings[r][0] - drop * front;
                p[0] = frame.pivot[0] + x;
                p[1] = frame.pivot[1] + LIFT + y;
                p[2] = frame.pivot[2] + z + 0.25f * drop * front;
                frame.pose(p, 0.85f);
                grid[r][c] = scene.vertex(p[0], p[1], p[2], 7 * a, y, z, rgb, 0.92f);
            }
        }
        scene.sheet(grid, false, material);
        scene.smooth(first, firstFace);
    }
}
