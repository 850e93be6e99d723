package mien.engine.checkpoint;

import static mien.engine.checkpoint.SafetensorsHeader.expect;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mien.engine.checkpoint.SafetensorsHeader.Entry;
import mien.engine.checkpoint.SafetensorsHeader.Malformed;
import mien.engine.tensor.Aten;
import mien.engine.tensor.ScalarType;

/**
 * A file of named tensors in the safetensors format, checked whole when it is opened and read one
 * tensor at a time, so that files may be larger than memory. A tensor of real numbers comes as
 * float32 whatever it is stored in; each is made anew and belongs to who asked.
 *
 * <p>{@link SafetensorsWriter} writes such files.
 */
public final class Safetensors implements TensorSource, AutoCloseable {

    /** The format's own limit. */
    private static final long LONGEST_HEADER = 100_000_000;

    private static final int LENGTH_BYTES = 8;

    private final Path file;
    private final NDManager manager;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final long dataStart;
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    private Safetensors(Path file, NDManager manager) throws IOException, Malformed {
        this.file = file;
        this.manager = manager;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        boolean sound = false;
        try {
            long size = channel.size();
            expect(size >= LENGTH_BYTES, "it is shorter than any such file");
            long length = read(0, LENGTH_BYTES).getLong();
            boolean fits = 0 <= length && length <= Math.min(LONGEST_HEADER, size - LENGTH_BYTES);
            expect(fits, "its header would be longer than the file or the format allow");
            byte[] json = new byte[(int) length];
            read(LENGTH_BYTES, json.length).get(json);
            dataStart = LENGTH_BYTES + length;
            header = SafetensorsHeader.parse(json, size - dataStart);
            sound = true;
        } finally {
            if (!sound) {
                channel.close();
            }
        }
    }

    /**
     * Opens a file and checks all of its header.
     *
     * @param manager what will own the arrays
     * @throws CheckpointException when the file is absent or malformed
     */
    public static Safetensors open(Path file, NDManager manager) {
        try {
            return new Safetensors(file, manager);
        } catch (Malformed e) {
            throw new CheckpointException(
                    "%s cannot be read as safetensors: %s; download or copy it again."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (NoSuchFileException e) {
            throw new CheckpointException(
                    file + " does not exist; check the name, or import the model again.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static CheckpointException unreadable(Path file, Exception e) {
        return new CheckpointException(
                "%s cannot be read (%s); check the disk and the file's permissions."
                        .formatted(file, e.getMessage()),
                e);
    }

    /** The writer's free texts. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    @Override
    public NDManager manager() {
        return manager;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(header.tensors().keySet());
    }

    /** The shape of a stored tensor. */
    public Optional<Shape> shape(String name) {
        return Optional.ofNullable(header.tensors().get(name)).map(e -> new Shape(e.shape()));
    }

    @Override
    public boolean givesAway() {
        return true;
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        Entry e = header.tensors().get(name);
        return e == null ? Optional.empty() : Optional.of(load(name, e));
    }

    private synchronized NDArray load(String name, Entry e) {
        long size = e.end() - e.begin();
        if (size > Integer.MAX_VALUE) {
            throw new CheckpointException(
                    "%s holds a tensor, '%s', larger than the 2 GiB that can be read; use a smaller model."
                            .formatted(file, name));
        }
        if (size == 0) {
            return manager.create(new Shape(e.shape()));
        }
        try {
            return adopted(read(dataStart + e.begin(), (int) size), e);
        } catch (IOException cause) {
            throw unreadable(file, cause);
        }
    }

    /** An array of its own from staged bytes, which the next tensor overwrites. */
    private NDArray adopted(ByteBuffer bytes, Entry e) {
        Shape shape = new Shape(e.shape());
        if (e.type() == StoredType.BF16) {
            return manager.create(widened(bytes), shape);
        }
        try (NDArray staged = manager.create(bytes, shape, e.type().djl)) {
            boolean converts = e.type() == StoredType.F16 || e.type() == StoredType.F64;
            return converts ? Aten.cast(staged, ScalarType.FLOAT32) : staged.duplicate();
        }
    }

    /** bfloat16 is the upper half of float32. */
    private static float[] widened(ByteBuffer bytes) {
        float[] values = new float[bytes.remaining() / Short.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
        }
        return values;
    }

    /** Bytes of the file in the one staging buffer. */
    private ByteBuffer read(long position, int count) throws IOException {
        if (staging.capacity() < count) {
            staging = ByteBuffer.allocateDirect(count).order(ByteOrder.LITTLE_ENDIAN);
        }
        staging.clear().limit(count);
        while (staging.hasRemaining()) {
            if (channel.read(staging, position + staging.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return staging.flip();
    }

    /** Closes the file; arrays read from it stay. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
