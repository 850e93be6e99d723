package mien.engine.world;

/** Beanie, cap, hat or headscarf over hair and skull. */
final class HatPiece {
    private static final float[] DEGREES = {0, 24, 42, 58, 72, 90, 110, 135, 180};

    private HatPiece() {}

    static void add(Scene scene, Scalp scalp, Frame frame, Outfit outfit) {
        float[] rgb = outfit.headColour();
        switch (outfit.headwear()) {
            case NONE -> {}
            case BEANIE ->
                    Shell.add(
                            scene,
                            scalp,
                            frame,
                            new Cover(
                                    1.05f, 0.5f, 4.6f, 4.4f, 4.0f, 3.2f, 2.4f, 2.0f, 0.5f, -1.5f,
                                    -2.5f),
                            rgb,
                            Material.HAT);
            case CAP -> {
                Shell.add(
                        scene,
                        scalp,
                        frame,
                        new Cover(
                                1.0f, 0.35f, 4.3f, 4.3f, 4.2f, 4.1f, 3.9f, 3.7f, 3.0f, 2.2f, 1.8f),
                        rgb,
                        Material.HAT);
                brim(scene, scalp, frame, rgb, 6.0f, 1.15f, 5.0f);
            }
            case HAT -> {
                Shell.add(
                        scene,
                        scalp,
                        frame,
                        new Cover(1.3f, 0.6f, 4.2f, 4.2f, 4.2f, 4.2f, 4.1f, 4.0f, 3.6f, 3.2f, 3.0f),
                        rgb,
                        Material.HAT);
                brim(scene, scalp, frame, rgb, 5.0f, 4, 4.6f);
            }
            case HEADSCARF ->
                    Shell.add(
                            scene,
                            scalp,
                            frame,
                            new Cover(
                                    0.9f, 0.55f, 6.9f, 6.6f, 5.6f, 2.4f, -9f, -14f, -15f, -15f,
                                    -15f),
                            rgb,
                            Material.HAT);
        }
    }

    /**
     * A flat ring round the head, {@code wide} centimetres at the front, from -reach to +reach
     * radians.
     */
    private static void brim(
            Scene scene,
            Scalp scalp,
            Frame frame,
            float[] rgb,
            float wide,
            float reach,
            float height) {
        int first = scene.vertices;
        int firstFace = scene.faces;
        boolean whole = reach > Math.PI;
        int columns = 40;
        int rows = 5;
        int[][] grid = new int[rows][columns];
        float[] p = new float[3];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                float a =
                        whole
                                ? (float) (2 * Math.PI * c / columns - Math.PI)
                                : reach * (2f * c / (columns - 1) - 1);
                float[] skull = across(scalp, a, height);
                float edge = whole ? 1 : (float) Math.sqrt(Math.max(0, 1 - Math.pow(a / reach, 4)));
                float out = 0.7f + wide * edge * Math.min(1, r / 3f);
                p[0] = skull[0] + out * (float) Math.sin(a);
                p[2] = skull[2] + out * (float) Math.cos(a);
                float bend =
                        whole
                                ? 0.10f * out * (float) Math.pow(Math.sin(a), 2) * 2
                                : -0.16f * out - 0.05f * p[0] * p[0] * (r > 0 ? 1 : 0) * 0.4f;
                p[1] = height + bend - (r == rows - 1 ? 0.3f : 0);
                frame.pose(p, 0);
                grid[r][c] = scene.vertex(p[0], p[1], p[2], 8 * a, r, height, rgb, 0.9f);
            }
        }
        scene.sheet(grid, whole, Material.HAT);
        scene.smooth(first, firstFace);
    }

    private static float[] across(Scalp scalp, float angle, float height) {
        int best = 0;
        for (int c = 1; c < scalp.columns; c++) {
            if (Math.abs(Scalp.angle(c) - angle) < Math.abs(Scalp.angle(best) - angle)) {
                best = c;
            }
        }
        int r = 1;
        while (r < scalp.rows - 1 && scalp.at(r, best)[1] > height) {
            r++;
        }
        return scalp.at(r, best).clone();
    }

    /** A cap of even thickness. */
    private record Cover(float thick, float rolled, float... edges) implements Shell.Cut {
        @Override
        public float edge(float angle) {
            return Scalp.curve(DEGREES, edges, angle);
        }

        @Override
        public float hang(float angle) {
            return edges[5] < 0 ? Math.abs(angle) < 1.1f ? 2 : -6 : -20;
        }

        @Override
        public float thickness(float angle, float t, float[] skull) {
            float roll = t > 0.8f && t < 0.97f ? rolled : 0;
            return thick + roll + 0.5f * Shell.smooth(8, 12, skull[1]) - (t > 0.99f ? 0.4f : 0);
        }

        @Override
        public void style(float[] p, float angle, float t, float length) {
            if (p[1] < -9) {
                float down = -9 - p[1];
                p[0] *= 1 + 0.03f * down;
                p[2] += (Math.abs(angle) < 1.75f ? 0.5f : -0.25f) * Math.min(6, down);
            }
        }

        @Override
        public float strand(float angle, float t, float[] skull) {
            return angle * 8.4f;
        }
    }
}
