package mien.engine.world;

/** From samples to pixels: mean colour over the backdrop, most frequent label, grain. */
final class Finish {
    private static final float GRAIN = 0.016f;

    private final Backcloth backcloth;
    private final Look look;
    private final int size;
    private final int factor;
    private final int seed;

    Finish(Look look, int size, int factor, int seed) {
        this.backcloth = new Backcloth(look.backdrop(), look.backdropSeed());
        this.look = look;
        this.size = size;
        this.factor = factor;
        this.seed = seed;
    }

    void develop(SampleRaster raster, Shading shading, float[] rgb, byte[] parsing) {
        int n = size * size;
        float[] sum = new float[3];
        float[] behind = new float[3];
        int[] votes = new int[Parsing.COUNT];
        float level = exposure();
        int all = factor * factor;
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < size; c++) {
                int i = r * size + c;
                sum[0] = sum[1] = sum[2] = 0;
                int first = r * factor * raster.size + c * factor;
                int step = shading.uniform(first, factor) ? 2 : 1;
                int covered = 0;
                int drawn = 0;
                for (int s = step - 1; s < all; s += step) {
                    int at = first + s / factor * raster.size + s % factor;
                    drawn++;
                    if (raster.face[at] >= 0) {
                        covered++;
                        votes[shading.shade(at, sum)]++;
                    }
                }
                if (covered < drawn) {
                    backcloth.colour((2 * c + 1f) / size - 1, 1 - (2 * r + 1f) / size, behind);
                    votes[0] = drawn - covered;
                    for (int k = 0; k < 3; k++) {
                        sum[k] += (drawn - covered) * behind[k] * level;
                    }
                }
                parsing[i] = most(votes);
                float grain = GRAIN * (Noise.hash(c, r, seed) + Noise.hash(c + 4099, r, seed) - 1);
                for (int k = 0; k < 3; k++) {
                    rgb[k * n + i] = toned(sum[k] / drawn + grain);
                }
            }
        }
    }

    /** A dark light leaves the backdrop darker, a bright one brighter; less so than the face. */
    private float exposure() {
        float mean =
                Lights.luminance(look.light()[0], look.light()[1], look.light()[2]) * 0.2820948f;
        return Math.max(0.55f, Math.min(1.15f, 0.45f + 0.8f * mean));
    }

    /** Highlights roll off from 0.8 on, as film does. */
    private static float toned(float v) {
        if (v <= 0.8f) {
            return Math.max(0, v);
        }
        float over = (v - 0.8f) / 0.2f;
        return 0.8f + 0.2f * over / (1 + over);
    }

    private static byte most(int[] votes) {
        int best = 0;
        for (int k = 1; k < votes.length; k++) {
            if (votes[k] > votes[best]) {
                best = k;
            }
        }
        java.util.Arrays.fill(votes, 0);
        return (byte) best;
    }
}
