package mien.engine.flame;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import mien.engine.checkpoint.ArrayFile;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.storage.NumberArray;

/**
 * FLAME's texture space, {@code FLAME_texture.npz}: arrays {@code mean} [side, side, 3] and {@code
 * tex_dir} [side, side, 3, columns]. The directions take over a gigabyte, so only what {@link
 * FlameTexture} uses is kept: even rows and columns of the map, the first few directions.
 */
public final class TextureFile {

    private TextureFile() {}

    /**
     * Reads a texture space.
     *
     * @param count how many directions to keep, at most those of the file (DECA: 50)
     * @throws CheckpointException when the file cannot be read or is no such texture space
     */
    public static FlameTexture read(Path path, int count) {
        try (ArrayFile file = ArrayFile.open(path)) {
            long[] shape = shape(path, file, "mean");
            long[] directions = shape(path, file, "tex_dir");
            boolean map = shape.length == 3 && shape[0] == shape[1] && shape[0] % 2 == 0;
            if (!map || shape[2] != 3 || shape[0] > 1 << 12) {
                throw refused(path, "'mean' is " + Arrays.toString(shape) + ", no map of colours");
            }
            int side = (int) shape[0];
            long[] same = {side, side, 3, directions[directions.length - 1]};
            if (!Arrays.equals(directions, same) || same[3] < count) {
                throw refused(
                        path,
                        "'tex_dir' is %s, not %d directions for every colour of the map"
                                .formatted(Arrays.toString(directions), count));
            }
            NumberArray mean = file.array("mean").orElseThrow();
            float[] kept = kept(file, side, (int) same[3], count);
            return new FlameTexture(
                    side, count, mean::real, i -> kept[place(i / count, side) * count + i % count]);
        }
    }

    /** Where an entry of [side, side, 3] went when odd rows and columns were left out. */
    private static int place(int entry, int side) {
        int y = entry / 3 / side;
        int x = entry / 3 % side;
        return (y / 2 * (side / 2) + x / 2) * 3 + entry % 3;
    }

    /** Directions of even rows and columns: [side/2, side/2, 3, count]. */
    private static float[] kept(ArrayFile file, int side, int columns, int count) {
        int half = side / 2;
        float[] kept = new float[half * half * 3 * count];
        for (int y = 0; y < half; y++) {
            NumberArray row = file.rows("tex_dir", 2 * y, 1); // [1, side, 3, columns]
            for (int i = 0; i < half * 3; i++) {
                int entry = (2 * (i / 3) * 3 + i % 3) * columns;
                for (int k = 0; k < count; k++) {
                    kept[(y * half * 3 + i) * count + k] = (float) row.real(entry + k);
                }
            }
        }
        return kept;
    }

    private static long[] shape(Path path, ArrayFile file, String name) {
        Optional<long[]> shape = file.shape(name).filter(s -> s.length > 0);
        return shape.orElseThrow(() -> refused(path, "it has no array '" + name + "'"));
    }

    private static CheckpointException refused(Path path, String why) {
        return new CheckpointException(
                "%s is no texture space of FLAME's: %s; choose FLAME_texture.npz."
                        .formatted(path, why));
    }
}
