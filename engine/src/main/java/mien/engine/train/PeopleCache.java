package mien.engine.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.FlameCode;
import mien.engine.raster.Buffers;

/**
 * Drawn people on disk, memory-mapped, so that rendering does not compete with the network for the
 * processor. One record a picture: 8-bit picture and albedo, 16-bit normals, the code. The rendered
 * buffer is made again from albedo, normals and light.
 */
final class PeopleCache implements People {

    private final int size;
    private final CodeLayout layout;
    private final Records records;

    /** One picture as the network wants it. */
    record Example(float[] picture, float[] albedo, float[] normals, float[] code) {}

    PeopleCache(Path file, int size, int records, CodeLayout layout) {
        this.size = size;
        this.layout = layout;
        this.records = Records.in(file, records, 1 + 12 * size * size + 4 * layout.count());
    }

    int size() {
        return size;
    }

    CodeLayout layout() {
        return layout;
    }

    @Override
    public int complete() {
        return records.complete();
    }

    @Override
    public int capacity() {
        return records.capacity();
    }

    /** Appends the next record; one thread writes. */
    void append(float[] picture, Buffers buffers, FlameCode code) {
        records.append(
                at -> {
                    Planes.put(at, picture);
                    Planes.put(at, buffers.albedo());
                    for (float n : buffers.normals()) {
                        at.putShort(
                                (short) Math.round(Math.max(-1, Math.min(1, n)) * Short.MAX_VALUE));
                    }
                    for (float c : layout.pack(code)) {
                        at.putFloat(c);
                    }
                });
    }

    /**
     * A record at the cache's side or a whole fraction of it, each pixel the mean of those it
     * covers.
     *
     * @param side what to shrink to
     */
    Example example(int index, int side) {
        int albedo = 3 * size * size;
        Planes planes = new Planes(records.at(index), size);
        return new Example(
                planes.bytes(0, 3, side),
                planes.bytes(albedo, 3, side),
                planes.shorts(2 * albedo, 3, side),
                code(index));
    }

    /** Only the picture of a record, shrunk like {@link #example}. */
    float[] picture(int index, int side) {
        return new Planes(records.at(index), size).bytes(0, 3, side);
    }

    /** Only the code of a record. */
    float[] code(int index) {
        ByteBuffer at = records.at(index).position(12 * size * size);
        float[] code = new float[layout.count()];
        for (int i = 0; i < code.length; i++) {
            code[i] = at.getFloat();
        }
        return code;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
