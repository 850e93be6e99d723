package mien.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.StoredTensor;
import mien.engine.checkpoint.storage.StoredType;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.ScalarType;

/**
 * Makes arrays of stored tensors. The file is read straight into the array's own memory, so that
 * loading takes as long as reading; only other types than the array's are converted in a second
 * pass.
 */
final class TensorLoader {

    private static final int PIECE = 1 << 13;

    private TensorLoader() {}

    /** A new array: float32 of real numbers, else the type that holds all values. */
    static NDArray load(StoredTensor t, NDManager manager) throws IOException, Malformed {
        Malformed.expect(
                t.count() <= Integer.MAX_VALUE / staged(t.type()).getNumOfBytes(),
                "it is larger than the 2 GiB that can be read");
        if (manager.getDevice().isGpu()) {
            try (NDManager host = manager.newSubManager(Devices.cpu());
                    NDArray loaded = onHost(t, host)) {
                NDArray there = loaded.toDevice(manager.getDevice(), true);
                there.attach(manager);
                return there;
            }
        }
        return onHost(t, manager);
    }

    private static NDArray onHost(StoredTensor t, NDManager manager) throws IOException, Malformed {
        NDArray array = manager.create(new Shape(t.shape()), staged(t.type()));
        try {
            if (t.count() > 0) {
                fill((PtNDArray) array, t);
            }
        } catch (IOException | Malformed | RuntimeException e) {
            array.close();
            throw e;
        }
        if (t.type() != StoredType.F16 && t.type() != StoredType.F64) {
            return array;
        }
        try (array) {
            return Aten.cast(array, ScalarType.FLOAT32);
        }
    }

    /** The array's type while it is filled. */
    private static DataType staged(StoredType type) {
        return switch (type) {
            case F64 -> DataType.FLOAT64;
            case F32, BF16 -> DataType.FLOAT32;
            case F16 -> DataType.FLOAT16;
            case I64, U64, U32 -> DataType.INT64;
            case I32, I16, U16 -> DataType.INT32;
            case I8 -> DataType.INT8;
            case U8 -> DataType.UINT8;
            case BOOL -> DataType.BOOLEAN;
        };
    }

    private static void fill(PtNDArray array, StoredTensor t) throws IOException, Malformed {
        ByteBuffer memory = array.toByteBuffer(true).order(ByteOrder.LITTLE_ENDIAN);
        int narrow = (int) t.byteCount();
        int ahead = memory.capacity() - narrow; // a narrower type waits in the end of the memory
        t.copyTo(memory.position(ahead));
        memory.clear();
        if (ahead == 0) {
            return;
        }
        if (t.type() == StoredType.BF16) {
            widen(memory.asIntBuffer(), memory.slice(ahead, narrow));
            return;
        }
        int count = (int) t.count();
        for (int i = 0; i < count; i++) {
            switch (t.type()) {
                case I16 -> memory.putInt(4 * i, memory.getShort(ahead + 2 * i));
                case U16 ->
                        memory.putInt(4 * i, Short.toUnsignedInt(memory.getShort(ahead + 2 * i)));
                default ->
                        memory.putLong(8 * i, Integer.toUnsignedLong(memory.getInt(ahead + 4 * i)));
            }
        }
    }

    /** bfloat16 is the upper half of float32; a piece at a time, which the compiler vectorises. */
    private static void widen(IntBuffer out, ByteBuffer narrow) {
        ShortBuffer in = narrow.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        short[] halves = new short[Math.min(PIECE, in.remaining())];
        int[] wholes = new int[halves.length];
        while (in.hasRemaining()) {
            int count = Math.min(halves.length, in.remaining());
            in.get(halves, 0, count);
            for (int i = 0; i < count; i++) {
                wholes[i] = halves[i] << Short.SIZE;
            }
            out.put(wholes, 0, count);
        }
    }
}
