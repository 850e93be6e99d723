package mien.engine.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes pickles instruction by instruction, also such as no Python would write. */
public final class PickleForge {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A pickle of protocol 2. */
    public static PickleForge begun() {
        return new PickleForge().raw(0x80, 2);
    }

    public PickleForge raw(int... instructions) {
        for (int i : instructions) {
            out.write(i);
        }
        return this;
    }

    public PickleForge raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public PickleForge op(char instruction) {
        return raw(instruction);
    }

    public PickleForge op(String instructions) {
        return raw(instructions.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A class or function by name. */
    public PickleForge global(String module, String name) {
        return op("c" + module + "\n" + name + "\n");
    }

    public PickleForge text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return op('X').i4(utf8.length).raw(utf8);
    }

    public PickleForge bytes(byte[] bytes) {
        return op('B').i4(bytes.length).raw(bytes);
    }

    public PickleForge number(long number) {
        return raw(0x8a, Long.BYTES).raw(little(Long.BYTES).putLong(number).array());
    }

    public PickleForge numbers(long... numbers) {
        op('(');
        Arrays.stream(numbers).forEach(this::number);
        return op('t');
    }

    /** A NumPy array, as Python 2 pickles it. */
    public PickleForge array(String type, boolean columns, byte[] data, long... shape) {
        return global("numpy.core.multiarray", "_reconstruct")
                .op('(')
                .global("numpy", "ndarray")
                .numbers(0)
                .bytes(new byte[] {'b'})
                .op("tR(")
                .number(1)
                .numbers(shape)
                .global("numpy", "dtype")
                .op('(')
                .text(type.substring(1))
                .number(0)
                .number(1)
                .op("tR(")
                .number(3)
                .text(type.substring(0, 1))
                .op("NNN")
                .number(-1)
                .number(-1)
                .number(0)
                .op("tb")
                .raw(columns ? 0x88 : 0x89)
                .bytes(data)
                .op("tb");
    }

    public PickleForge i4(int value) {
        return raw(little(Integer.BYTES).putInt(value).array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** ("storage", torch.TYPE, key, "cpu", count) as a persistent id. */
    public PickleForge storage(String type, String key, long count) {
        return op('(').text("storage")
                .global("torch", type)
                .text(key)
                .text("cuda:0")
                .number(count)
                .op("tQ");
    }

    /** A tensor of a storage of its own. */
    public PickleForge tensor(
            String type, String key, long count, long offset, long[] shape, long[] strides) {
        return global("torch._utils", "_rebuild_tensor_v2")
                .op('(')
                .storage(type, key, count)
                .number(offset)
                .numbers(shape)
                .numbers(strides)
                .raw(0x89)
                .global("collections", "OrderedDict")
                .op(")RtR");
    }

    /** A one-dimensional tensor that is all of its storage. */
    public PickleForge tensor(String type, String key, long count) {
        return tensor(type, key, count, 0, new long[] {count}, new long[] {1});
    }

    public byte[] done() {
        return op('.').out.toByteArray();
    }
}
