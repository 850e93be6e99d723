package mien.engine.diffusion;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The bytes of a journal: a mark, the version, the walk's {@link WalkId}, the {@link Waypoint}, and
 * a check sum of all that. Big-endian; texts and arrays begin with their length.
 */
final class JournalFormat {

    private static final long MARK = 0x4d69656e57616c6bL; // "MienWalk"
    private static final int VERSION = 1;

    private JournalFormat() {}

    /** Says in a few words what is wrong with the bytes. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }

        Malformed(String what, Throwable cause) {
            super(what, cause);
        }
    }

    static byte[] write(WalkId id, Waypoint place) {
        byte[] recipe = id.recipe().getBytes(StandardCharsets.UTF_8);
        byte[] sampler = id.sampler().getBytes(StandardCharsets.UTF_8);
        int floats = place.x().length * (1 + place.past().size());
        int rest = 64 + 8 * place.shape().size() + 16 * place.past().size();
        ByteBuffer out =
                ByteBuffer.allocate(
                        Math.addExact(
                                Math.multiplyExact(floats, 4),
                                rest + recipe.length + sampler.length));
        out.putLong(MARK).putInt(VERSION);
        out.putInt(recipe.length).put(recipe).putLong(id.seed());
        out.putInt(sampler.length).put(sampler).putLong(id.chain());
        out.putInt(place.done()).putInt(place.shape().size());
        place.shape().forEach(out::putLong);
        put(out, place.x());
        out.putInt(place.past().size());
        for (Past p : place.past()) {
            out.putDouble(p.alphaBar()).putInt(p.order());
            put(out, p.x0());
        }
        out.putLong(sum(out.duplicate().flip()));
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    static Journal.Saved read(byte[] bytes) throws Malformed {
        if (bytes.length < 2 * Long.BYTES) {
            throw new Malformed("it is cut off");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, bytes.length - Long.BYTES);
        long stored = ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES);
        if (in.duplicate().getLong() != MARK) {
            throw new Malformed("it is no journal");
        }
        if (sum(in.duplicate()) != stored) {
            throw new Malformed("its check sum is wrong");
        }
        try {
            in.getLong();
            int version = in.getInt();
            if (version != VERSION) {
                throw new Malformed("it is of version " + version + ", not " + VERSION);
            }
            WalkId id = new WalkId(text(in), in.getLong(), text(in), in.getLong());
            return new Journal.Saved(id, waypoint(in));
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            throw new Malformed("its lengths do not fit", e);
        }
    }

    private static Waypoint waypoint(ByteBuffer in) throws Malformed {
        int done = in.getInt();
        List<Long> shape = new ArrayList<>();
        for (int left = length(in, Long.BYTES); left > 0; left--) {
            shape.add(in.getLong());
        }
        float[] x = floats(in);
        List<Past> past = new ArrayList<>();
        for (int left = length(in, Double.BYTES); left > 0; left--) {
            past.add(new Past(in.getDouble(), in.getInt(), floats(in)));
        }
        return new Waypoint(done, shape, x, past);
    }

    private static void put(ByteBuffer out, float[] values) {
        out.putInt(values.length);
        out.asFloatBuffer().put(values);
        out.position(out.position() + Float.BYTES * values.length);
    }

    private static float[] floats(ByteBuffer in) throws Malformed {
        float[] values = new float[length(in, Float.BYTES)];
        in.asFloatBuffer().get(values);
        in.position(in.position() + Float.BYTES * values.length);
        return values;
    }

    private static String text(ByteBuffer in) throws Malformed {
        byte[] utf8 = new byte[length(in, 1)];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** A count of things of which so many can still follow. */
    private static int length(ByteBuffer in, int bytesEach) throws Malformed {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / bytesEach) {
            throw new Malformed("its lengths do not fit");
        }
        return count;
    }

    private static long sum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }
}
