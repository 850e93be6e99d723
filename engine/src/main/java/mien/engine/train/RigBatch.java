package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import mien.engine.flame.SphericalHarmonics;
import mien.engine.tensor.Aten;

/**
 * A batch of DiffusionRig's examples.
 *
 * @param x0 pictures, [N, 3, S, S] in [−1, 1]
 * @param buffers rendered, normals, albedo, [N, 9, S, S]
 * @param seen the pictures whose global code is taken, [N, 3, S, S] in [−1, 1]
 */
record RigBatch(NDArray x0, NDArray buffers, NDArray seen) {

    /**
     * @param targets records of the cache to draw
     * @param seen records of the same people to take the global code from
     * @param side wanted side; the cache's side or a power of two below it
     */
    static RigBatch of(
            NDManager manager, PeopleCache cache, int[] targets, int[] seen, int side) {
        int n = targets.length;
        int size = cache.size();
        int pixels = 3 * size * size;
        float[] x0 = new float[n * pixels];
        float[] buffers = new float[n * 3 * pixels];
        float[] other = new float[n * pixels];
        for (int i = 0; i < n; i++) {
            PeopleCache.Example e = cache.example(targets[i]);
            signed(e.picture(), x0, i * pixels);
            rendered(e, cache.layout().light(), buffers, i * 3 * pixels);
            System.arraycopy(e.normals(), 0, buffers, (i * 3 + 1) * pixels, pixels);
            System.arraycopy(e.albedo(), 0, buffers, (i * 3 + 2) * pixels, pixels);
            signed(cache.example(seen[i]).picture(), other, i * pixels);
        }
        return new RigBatch(
                shrunk(manager.create(x0, new Shape(n, 3, size, size)), side),
                shrunk(manager.create(buffers, new Shape(n, 9, size, size)), side),
                shrunk(manager.create(other, new Shape(n, 3, size, size)), side));
    }

    private static void signed(float[] unit, float[] to, int at) {
        for (int i = 0; i < unit.length; i++) {
            to[at + i] = 2 * unit[i] - 1;
        }
    }

    /** albedo · shading, where there is a head. */
    private static void rendered(PeopleCache.Example e, int lightAt, float[] to, int at) {
        float[] light = Arrays.copyOfRange(e.code(), lightAt, lightAt + 27);
        int plane = e.albedo().length / 3;
        for (int i = 0; i < plane; i++) {
            float x = e.normals()[i];
            float y = e.normals()[plane + i];
            float z = e.normals()[2 * plane + i];
            if (x == 0 && y == 0 && z == 0) {
                continue;
            }
            for (int c = 0; c < 3; c++) {
                to[at + c * plane + i] =
                        e.albedo()[c * plane + i] * SphericalHarmonics.shade(light, c, x, y, z);
            }
        }
    }

    private static NDArray shrunk(NDArray x, int side) {
        while (x.getShape().get(2) > side) {
            x = Aten.averagePool2(x);
        }
        return x;
    }
}
