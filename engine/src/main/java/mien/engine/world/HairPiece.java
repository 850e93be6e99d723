package mien.engine.world;

/**
 * Hair as a shell over the skull, cut by style, with a bun, tail or braids where the style has
 * them.
 */
final class HairPiece {
    /** Degrees from the front at which the curves below are given. */
    private static final float[] DEGREES = {0, 24, 42, 55, 68, 86, 106, 130, 180};

    private static final float[] NATURAL = {
        6.7f, 6.5f, 5.7f, 3.8f, -1.2f, 1.6f, -2.4f, -6.4f, -7.6f
    };

    private HairPiece() {}

    static void add(Scene scene, Scalp scalp, Frame frame, Identity who) {
        Hair hair = who.hair();
        Headwear hat = who.outfit().headwear();
        if (hair.style() == HairStyle.BALD
                || hair.style() == HairStyle.BUZZ
                || hat == Headwear.HEADSCARF) {
            return;
        }
        Shell.add(scene, scalp, frame, new StyledCut(who), hair.rgb(), Material.HAIR);
        switch (hair.style()) {
            case BUN -> {
                if (hat == Headwear.NONE) {
                    lump(scene, frame, hair, 0, 11.2f, -5.2f, 3.2f, 2.7f, 3.0f, 0);
                }
            }
            case PONYTAIL -> {
                float side = Math.signum(hair.part()) * 1.5f;
                lump(scene, frame, hair, 0, 5.5f, -11, 2.3f, 2.4f, 2.6f, 0);
                lump(scene, frame, hair, side, -3, -13, 2.4f, 9.5f * hair.length(), 2.3f, 0.5f);
            }
            case BRAIDS -> {
                for (int sign = -1; sign <= 1; sign += 2) {
                    for (int i = 0; i < 10; i++) {
                        float y = -3 - 2.1f * i * hair.length();
                        float out = 8.0f + 0.25f * i + 0.35f * (i % 2);
                        float front = -1.5f + Math.max(0, i - 2) * 0.9f;
                        lump(
                                scene,
                                frame,
                                hair,
                                sign * out,
                                y,
                                Math.min(front, 4.5f),
                                1.15f,
                                1.6f,
                                1.15f,
                                Math.min(1, i / 6f));
                    }
                }
            }
            default -> {}
        }
    }

    /** The lower edge where hair ends on the face: for painting roots. */
    static float hairline(float angle, float lift) {
        return Scalp.curve(DEGREES, NATURAL, angle)
                + lift * Shell.smooth(1.0f, 0.4f, Math.abs(angle));
    }

    private static void lump(
            Scene scene,
            Frame frame,
            Hair hair,
            float cx,
            float cy,
            float cz,
            float rx,
            float ry,
            float rz,
            float torso) {
        int first = scene.vertices;
        int firstFace = scene.faces;
        int rows = 9;
        int columns = 14;
        int[][] grid = new int[rows][columns];
        float[] p = new float[3];
        for (int r = 0; r < rows; r++) {
            double a = Math.PI * (0.02 + 0.96 * r / (rows - 1));
            for (int c = 0; c < columns; c++) {
                double b = 2 * Math.PI * c / columns;
                p[0] = cx + rx * (float) (Math.sin(a) * Math.sin(b));
                p[1] = cy + ry * (float) Math.cos(a);
                p[2] = cz + rz * (float) (Math.sin(a) * Math.cos(b));
                frame.pose(p, torso);
                grid[r][c] =
                        scene.vertex(
                                p[0],
                                p[1],
                                p[2],
                                (float) (b * rx) + 0.4f * r,
                                0.1f + 0.6f * r / rows,
                                0.5f * r,
                                hair.rgb(),
                                0.95f);
            }
        }
        scene.sheet(grid, true, Material.HAIR);
        scene.smooth(first, firstFace);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                for (int k = 0; k < 3; k++) {
                    scene.along[3 * grid[r][c] + k] =
                            scene.xyz[3 * grid[Math.min(rows - 1, r + 1)][c] + k]
                                    - scene.xyz[3 * grid[Math.max(0, r - 1)][c] + k];
                }
            }
        }
    }

    /** The cut of each style. */
    private static final class StyledCut implements Shell.Cut {
        private final Hair hair;
        private final HairStyle style;
        private final Headwear hat;
        private final int seed;
        private final float[] edges;
        private final float curl;

        StyledCut(Identity who) {
            hair = who.hair();
            style = hair.style();
            hat = who.outfit().headwear();
            seed = (int) (who.seed() * 31 + 7);
            edges = edges();
            curl =
                    style == HairStyle.AFRO
                            ? 1.1f
                            : style == HairStyle.CURLY ? 1 : hair.wave() * 0.55f;
        }

        private float[] edges() {
            float k = hair.length();
            return switch (style) {
                case FRINGE ->
                        new float[] {2.9f, 2.7f, 2.6f, 2.2f, -1.6f, 0.8f, -2.6f, -6.6f, -7.8f};
                case BOB ->
                        new float[] {
                            3.0f, 2.9f, 2.7f, 0.6f, -8.6f * k, -9.5f * k, -9.8f * k, -10f * k,
                            -10f * k
                        };
                case SHOULDER ->
                        new float[] {
                            6.7f,
                            6.3f,
                            4.8f,
                            0.8f,
                            -14f * k,
                            -15.5f * k,
                            -16f * k,
                            -16f * k,
                            -16f * k
                        };
                case LONG ->
                        new float[] {
                            6.7f, 6.3f, 4.8f, 0.8f, -21f * k, -25f * k, -26f * k, -26f * k, -26f * k
                        };
                case CURLY ->
                        new float[] {
                            5.6f, 5.4f, 4.8f, 2.6f, -5f * k, -7f * k, -8f * k, -9f * k, -9f * k
                        };
                case AFRO -> new float[] {6.3f, 6.1f, 5.2f, 3.2f, 0.2f, 0.5f, -3f, -6f, -7f};
                default -> NATURAL;
            };
        }

        private boolean hangs() {
            return style == HairStyle.BOB
                    || style == HairStyle.SHOULDER
                    || style == HairStyle.LONG
                    || style == HairStyle.CURLY;
        }

        @Override
        public float edge(float angle) {
            float e = Scalp.curve(DEGREES, edges, angle);
            float front = Shell.smooth(1.05f, 0.5f, Math.abs(angle));
            e +=
                    hair.hairline()
                            * front
                            * (style == HairStyle.FRINGE || style == HairStyle.BOB ? 0.3f : 1);
            if (style == HairStyle.SIDE_PART
                    || style == HairStyle.LONG
                    || style == HairStyle.SHOULDER) {
                // the heavier side sweeps over the forehead
                float a = angle * -Math.signum(hair.part());
                e -= 2.0f * Shell.smooth(-0.1f, 0.5f, a) * Shell.smooth(1.1f, 0.8f, a);
            }
            return e + 0.5f * (Noise.at(angle * 7, 2, seed) - 0.5f) * (hangs() ? 2.2f : 1);
        }

        @Override
        public float hang(float angle) {
            float a = Math.abs(angle);
            return hangs() ? a < 0.85f ? 3.5f : a < 2.2f ? 0.4f : -1.5f : -20;
        }

        @Override
        public float thickness(float angle, float t, float[] skull) {
            float a = Math.abs(angle);
            float top = Shell.smooth(3, 10, skull[1]);
            float thick =
                    switch (style) {
                        case AFRO -> 3.8f + 1.2f * top;
                        case CURLY -> 2.2f + 0.8f * top;
                        case BUN, PONYTAIL, BRAIDS -> 0.75f;
                        case SHORT -> 0.75f + 1.3f * top;
                        case SIDE_PART -> 0.7f + 1.6f * top;
                        case FRINGE -> 1.0f + 0.8f * top;
                        default -> 1.15f + 0.5f * top;
                    };
            thick *= hair.volume();
            if (style == HairStyle.SIDE_PART
                    || style == HairStyle.LONG
                    || style == HairStyle.SHOULDER) {
                float across = skull[0] / 5f - hair.part() * 0.6f;
                float groove =
                        (float) Math.exp(-across * across * 30)
                                * Shell.smooth(-3, 3, skull[2])
                                * top;
                thick *= 1 - 0.6f * groove;
            }
            boolean lies =
                    style == HairStyle.FRINGE || style == HairStyle.BOB || hangs() && a > 0.95f;
            float taper =
                    lies
                            ? 0.55f + 0.45f * Math.min(1, (1 - t) * 5)
                            : 0.16f
                                    + 0.84f
                                            * (float)
                                                    Math.sqrt(
                                                            Math.min(
                                                                    1,
                                                                    (1 - t)
                                                                            * (style
                                                                                            == HairStyle
                                                                                                    .AFRO
                                                                                    ? 7
                                                                                    : 3.4f)));
            thick *= taper;
            float u = strand(angle, t, skull);
            thick *= 1 + 0.3f * (Noise.at(u * 0.9f, t * 1.5f, seed) - 0.5f);
            if (hat != Headwear.NONE) {
                thick = Math.min(thick, 0.25f + 1.6f * Shell.smooth(5, 0, skull[1]));
            }
            return thick + 0.12f;
        }

        @Override
        public void style(float[] p, float angle, float t, float length) {
            float loose = Math.min(1, t * 1.6f);
            if (curl > 0.05f) {
                float size = style == HairStyle.AFRO || style == HairStyle.CURLY ? 0.62f : 0.42f;
                float amount =
                        curl
                                * (style == HairStyle.AFRO || style == HairStyle.CURLY
                                        ? 0.95f
                                        : 0.9f)
                                * (hangs() ? loose : 0.6f)
                                * (hat == Headwear.NONE || p[1] < 0 ? 1 : 0.2f);
                if (style != HairStyle.AFRO && style != HairStyle.CURLY) {
                    float wave = (float) Math.sin(length * 0.9f + 5 * Noise.at(angle * 3, 1, seed));
                    p[0] += 0.8f * amount * wave * (float) Math.sin(angle);
                    p[2] += 0.5f * amount * wave * (float) Math.cos(angle);
                } else {
                    p[0] +=
                            amount
                                    * (Noise.at(p[0] * size, p[1] * size, p[2] * size, seed) - 0.5f)
                                    * 2;
                    p[1] +=
                            amount
                                    * (Noise.at(p[0] * size, p[1] * size, p[2] * size, seed + 91)
                                            - 0.5f)
                                    * 2;
                    p[2] +=
                            amount
                                    * (Noise.at(p[0] * size, p[1] * size, p[2] * size, seed + 57)
                                            - 0.5f)
                                    * 2;
                }
            }
            if (p[1] < -9 && hangs()) {
                float down = -9 - p[1];
                if (Math.abs(angle) < 1.75f) { // in front of the shoulders
                    p[2] += Math.min(5.5f, 0.5f * down);
                    p[0] *= 1 + 0.012f * down;
                } else { // behind them
                    p[2] -= Math.min(3.5f, 0.3f * down);
                }
            }
        }

        @Override
        public float strand(float angle, float t, float[] skull) {
            float a = Math.abs(angle);
            float down = Math.copySign(8.4f * Math.max(0, a - 2), angle); // the back always falls
            return switch (style) {
                case SIDE_PART, LONG, SHOULDER -> // from the part to the sides
                        1.15f * skull[2] + 0.5f * Math.max(0, skull[1] - 3) + down;
                case SHORT, BUN, PONYTAIL, BRAIDS -> { // combed back
                    float side =
                            0.6f
                                    * Math.max(0, 9 - skull[1])
                                    * Shell.smooth(0, 2, Math.abs(skull[0]));
                    yield 1.1f * skull[0]
                            + Math.copySign(side * Shell.smooth(2.6f, 1.8f, a), angle)
                            + down;
                }
                default -> angle * 8.4f;
            };
        }
    }
}
