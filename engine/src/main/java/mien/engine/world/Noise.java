package mien.engine.world;

/** Value noise in [0, 1]: the same number for the same place, on every machine. */
final class Noise {
    private Noise() {}

    static float hash(int x, int y, int z) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ z * 0x9e3779b1;
        h = (h ^ h >>> 15) * 0x2c1b3c6d;
        h = (h ^ h >>> 12) * 0x297a2d39;
        return ((h ^ h >>> 15) & 0xffffff) * (1f / 0xffffff);
    }

    private static int floor(float v) {
        int i = (int) v;
        return v < i ? i - 1 : i;
    }

    static float at(float x, float y, int seed) {
        int ix = floor(x);
        int iy = floor(y);
        float fx = x - ix;
        float fy = y - iy;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        float a = hash(ix, iy, seed);
        float b = hash(ix + 1, iy, seed);
        float c = hash(ix, iy + 1, seed);
        float d = hash(ix + 1, iy + 1, seed);
        return a + (b - a) * fx + (c - a + (a - b - c + d) * fx) * fy;
    }

    static float at(float x, float y, float z, int seed) {
        int iz = floor(z);
        float fz = z - iz;
        fz = fz * fz * (3 - 2 * fz);
        float a = at(x, y, seed + iz * 0x3504f333);
        float b = at(x, y, seed + (iz + 1) * 0x3504f333);
        return a + (b - a) * fz;
    }
}
