package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import mien.engine.flame.FlameCode;
import mien.engine.flame.SphericalHarmonics;

/**
 * Examples of DiffusionRig, on the host.
 *
 * @param side S
 * @param x0 pictures, [N, 3, S, S] in [−1, 1]
 * @param buffers rendered, normals, albedo, [N, 9, S, S]
 * @param seen the pictures whose global code is taken, [M, 3, S, S] in [−1, 1], M ≥ N
 */
record RigBatch(int side, float[] x0, float[] buffers, float[] seen) {

    /**
     * @param targets records of the cache to draw
     * @param seen records of the same people to take the global code from; there may be more of
     *     them
     * @param side the cache's side or a whole fraction of it
     */
    static RigBatch of(PeopleCache cache, int[] targets, int[] seen, int side) {
        int n = targets.length;
        int pixels = 3 * side * side;
        float[] x0 = new float[n * pixels];
        float[] buffers = new float[n * 3 * pixels];
        float[] other = new float[seen.length * pixels];
        for (int i = 0; i < n; i++) {
            PeopleCache.Example e = cache.example(targets[i], side);
            signed(e.picture(), x0, i * pixels);
            rendered(e, cache.layout().light(), buffers, i * 3 * pixels);
            System.arraycopy(e.normals(), 0, buffers, (i * 3 + 1) * pixels, pixels);
            System.arraycopy(e.albedo(), 0, buffers, (i * 3 + 2) * pixels, pixels);
        }
        for (int i = 0; i < seen.length; i++) {
            signed(cache.picture(seen[i], side), other, i * pixels);
        }
        return new RigBatch(side, x0, buffers, other);
    }

    int count() {
        return x0.length / (3 * side * side);
    }

    NDArray x0(NDManager manager) {
        return manager.create(x0, new Shape(count(), 3, side, side));
    }

    NDArray buffers(NDManager manager) {
        return manager.create(buffers, new Shape(count(), 9, side, side));
    }

    NDArray seen(NDManager manager) {
        return manager.create(
                seen, new Shape((long) seen.length / (3 * side * side), 3, side, side));
    }

    /**
     * How much each pixel counts, 1 on average over each picture.
     *
     * @param head how many times as much where there is a head as elsewhere
     * @return [N, 1, S, S]
     */
    NDArray weights(NDManager manager, double head) {
        int plane = side * side;
        float[] weights = new float[count() * plane];
        for (int i = 0; i < count(); i++) {
            for (int k = 0; k < plane; k++) {
                boolean inside = isHead(buffers, (9 * i + 3) * plane + k, plane);
                weights[i * plane + k] = inside ? (float) head : 1;
            }
            Emphasis.even(weights, i * plane, (i + 1) * plane);
        }
        return manager.create(weights, new Shape(count(), 1, side, side));
    }

    /** Whether there is a normal. */
    private static boolean isHead(float[] normals, int at, int plane) {
        return normals[at] != 0 || normals[at + plane] != 0 || normals[at + 2 * plane] != 0;
    }

    private static void signed(float[] unit, float[] to, int at) {
        for (int i = 0; i < unit.length; i++) {
            to[at + i] = 2 * unit[i] - 1;
        }
    }

    /** albedo · shading, where there is a head. */
    private static void rendered(PeopleCache.Example e, int lightAt, float[] to, int at) {
        float[] light = Arrays.copyOfRange(e.code(), lightAt, lightAt + FlameCode.LIGHT);
        int plane = e.albedo().length / 3;
        for (int i = 0; i < plane; i++) {
            float x = e.normals()[i];
            float y = e.normals()[plane + i];
            float z = e.normals()[2 * plane + i];
            if (!isHead(e.normals(), i, plane)) {
                continue;
            }
            for (int c = 0; c < 3; c++) {
                to[at + c * plane + i] =
                        e.albedo()[c * plane + i] * SphericalHarmonics.shade(light, c, x, y, z);
            }
        }
    }
}
