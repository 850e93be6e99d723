package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mien.engine.checkpoint.storage.StoredType;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFilesTest {

    @TempDir Path folder;
    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private CheckpointFile opened(byte[] bytes) throws IOException {
        return CheckpointFile.open(Files.write(folder.resolve("file"), bytes), manager);
    }

    /** 0, 1, 2, … as float32. */
    private static byte[] counting(int count, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(order);
        for (int i = 0; i < count; i++) {
            bytes.putFloat(i);
        }
        return bytes.array();
    }

    private static byte[] counting(int count) {
        return counting(count, ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void everyTypeIsReadInEitherByteOrder(String order) throws IOException {
        ByteOrder bytes = order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] object =
                PickleForge.begun()
                        .op("}(")
                        .text("f64")
                        .tensor("DoubleStorage", "0", 2)
                        .text("f16")
                        .tensor("HalfStorage", "1", 2)
                        .text("bf16")
                        .tensor("BFloat16Storage", "2", 2)
                        .text("i64")
                        .tensor("LongStorage", "3", 2)
                        .text("i32")
                        .tensor("IntStorage", "4", 2)
                        .text("i16")
                        .tensor("ShortStorage", "5", 2)
                        .text("i8")
                        .tensor("CharStorage", "6", 2)
                        .text("u8")
                        .tensor("ByteStorage", "7", 2)
                        .text("bool")
                        .tensor("BoolStorage", "8", 2)
                        .op('u')
                        .done();
        byte[] file =
                ZipForge.torch(object)
                        .part("archive/byteorder", order.getBytes())
                        .storage("0", of(bytes, 16).putDouble(1.5).putDouble(-2).array())
                        .storage("1", shorts(bytes, 0x3C00, 0xC500))
                        .storage("2", shorts(bytes, 0x3F80, 0xC0A0))
                        .storage("3", of(bytes, 16).putLong(1L << 40).putLong(-3).array())
                        .storage("4", of(bytes, 8).putInt(123456789).putInt(-1).array())
                        .storage("5", shorts(bytes, 1000, -7))
                        .storage("6", new byte[] {-5, 7})
                        .storage("7", new byte[] {-5, 7})
                        .storage("8", new byte[] {3, 0})
                        .done();
        try (CheckpointFile read = opened(file)) {
            assertEquals("PyTorch zip", read.container());
            assertArrayEquals(new float[] {1.5f, -2}, floats(read, "f64"));
            assertArrayEquals(new float[] {1, -5}, floats(read, "f16"));
            assertArrayEquals(new float[] {1, -5}, floats(read, "bf16"));
            assertArrayEquals(new long[] {1L << 40, -3}, longs(read, "i64"));
            assertArrayEquals(new long[] {123456789, -1}, longs(read, "i32"));
            assertArrayEquals(new long[] {1000, -7}, longs(read, "i16"));
            assertArrayEquals(new long[] {-5, 7}, longs(read, "i8"));
            assertArrayEquals(new long[] {251, 7}, longs(read, "u8"));
            assertArrayEquals(
                    new boolean[] {true, false}, read.tensor("bool").get().toBooleanArray());
            assertEquals(StoredType.BF16, read.tensors().get("bf16").type());
            assertEquals(new Shape(2), read.tensors().get("bf16").shape());
        }
    }

    private static ByteBuffer of(ByteOrder order, int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static byte[] shorts(ByteOrder order, int a, int b) {
        return of(order, 4).putShort((short) a).putShort((short) b).array();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void viewsOfOneStorageAreCutOutOfIt(boolean deflated) throws IOException {
        byte[] object =
                PickleForge.begun()
                        .op("}(")
                        .text("whole")
                        .tensor("FloatStorage", "0", 12, 0, sizes(3, 4), sizes(4, 1))
                        .text("turned")
                        .tensor("FloatStorage", "0", 12, 0, sizes(4, 3), sizes(1, 4))
                        .text("column")
                        .tensor("FloatStorage", "0", 12, 2, sizes(3), sizes(4))
                        .text("rows")
                        .tensor("FloatStorage", "0", 12, 4, sizes(2, 4), sizes(4, 1))
                        .text("spread")
                        .tensor("FloatStorage", "0", 12, 5, sizes(2, 3), sizes(0, 1))
                        .text("number")
                        .tensor("FloatStorage", "0", 12, 7, sizes(), sizes())
                        .text("one")
                        .tensor("FloatStorage", "0", 12, 7, sizes(1, 1), sizes(9, 99))
                        .text("none")
                        .tensor("FloatStorage", "0", 12, 12, sizes(0, 3), sizes(3, 1))
                        .op('u')
                        .done();
        ZipForge zip = ZipForge.torch(object).storage("0", counting(12));
        try (CheckpointFile read = opened((deflated ? zip.deflated() : zip).done())) {
            assertArrayEquals(
                    new float[] {0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11}, floats(read, "turned"));
            assertEquals(new Shape(4, 3), read.tensor("turned").get().getShape());
            assertArrayEquals(new float[] {2, 6, 10}, floats(read, "column"));
            assertArrayEquals(new float[] {4, 5, 6, 7, 8, 9, 10, 11}, floats(read, "rows"));
            assertArrayEquals(new float[] {5, 6, 7, 5, 6, 7}, floats(read, "spread"));
            assertArrayEquals(new float[] {7}, floats(read, "number"));
            assertEquals(new Shape(), read.tensor("number").get().getShape());
            assertArrayEquals(new float[] {7}, floats(read, "one"));
            assertEquals(new Shape(0, 3), read.tensor("none").get().getShape());
            assertArrayEquals(
                    new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, floats(read, "whole"));
        }
    }

    private static long[] sizes(long... sizes) {
        return sizes;
    }

    @Test
    void oldFilesNameAPartOfAStorage() throws IOException {
        byte[] object =
                PickleForge.begun()
                        .op('}')
                        .text("w")
                        .global("torch._utils", "_rebuild_tensor")
                        .op("((")
                        .text("storage")
                        .global("torch.cuda", "FloatStorage")
                        .text("0")
                        .text("cuda:1")
                        .number(6)
                        .op('(')
                        .text("part")
                        .number(3)
                        .number(2)
                        .op("ttQ")
                        .number(1)
                        .numbers(1)
                        .numbers(1)
                        .op("tRs")
                        .done();
        try (CheckpointFile read =
                opened(ZipForge.torch(object).storage("0", counting(6)).done())) {
            assertArrayEquals(new float[] {4}, floats(read, "w"));
        }
    }

    @Test
    void sectionsAreTheStateDictsAndNotesWhatLiesBesideThem() throws IOException {
        byte[] object =
                PickleForge.begun()
                        .op("}(")
                        .text("global_step")
                        .number(533066)
                        .text("state_dict")
                        .op("}(")
                        .text("model.a.b")
                        .tensor("FloatStorage", "0", 2)
                        .text("model.c")
                        .tensor("FloatStorage", "0", 2)
                        .text("model_ema.ab")
                        .tensor("FloatStorage", "1", 2)
                        .text("model_ema.decay")
                        .tensor("FloatStorage", "1", 2)
                        .op('u')
                        .text("ema")
                        .op("}(")
                        .text("module.a")
                        .tensor("FloatStorage", "1", 2)
                        .op('u')
                        .text("optimizer_states")
                        .op("](}(")
                        .number(0)
                        .op("}(")
                        .text("exp_avg")
                        .tensor("FloatStorage", "0", 2)
                        .op("uue")
                        .text("callbacks")
                        .global("lightning", "Saving")
                        .op(")R}(")
                        .text("best")
                        .text("epoch 7")
                        .op("ub")
                        .op('u')
                        .done();
        byte[] file =
                ZipForge.torch(object).storage("0", counting(2)).storage("1", new byte[8]).done();
        try (CheckpointFile read = opened(file)) {
            assertEquals(List.of("state_dict", "ema.module"), read.sections());
            assertEquals("533066", read.metadata().get("global_step"));
            assertEquals("epoch 7", read.metadata().get("callbacks.best"));
            assertTrue(read.names().contains("optimizer_states.0.0.exp_avg"));
            assertEquals(Set.of("a"), read.section("ema.module").names());
            StoredTensors model = read.section("state_dict");
            assertArrayEquals(new float[] {0, 1}, model.tensor("model.a.b").get().toFloatArray());
            StoredTensors averaged = model.averaged().orElseThrow();
            assertEquals(Set.of("model.a.b", "model.c"), averaged.names());
            assertArrayEquals(
                    new float[] {0, 0}, averaged.tensor("model.a.b").get().toFloatArray());
            assertArrayEquals(new float[] {0, 1}, averaged.tensor("model.c").get().toFloatArray());
            assertTrue(read.section("ema.module").averaged().isEmpty());
        }
    }

    @Test
    void aPickledModuleGivesWhatItsStateDictWould() throws IOException {
        byte[] object =
                PickleForge.begun()
                        .global("torch.nn.parallel", "DataParallel")
                        .op(")\u0081}(")
                        .text("_parameters")
                        .op("}")
                        .text("_buffers")
                        .op("}")
                        .text("_modules")
                        .op("}(")
                        .text("module")
                        .global("nets", "Own")
                        .op(")\u0081}(")
                        .text("_parameters")
                        .op("}(")
                        .text("weight")
                        .global("torch._utils", "_rebuild_parameter")
                        .op('(')
                        .tensor("FloatStorage", "0", 2)
                        .raw(0x88)
                        .op("}tR")
                        .text("bias")
                        .op('N')
                        .op('u')
                        .text("_buffers")
                        .op("}(")
                        .text("mean")
                        .tensor("FloatStorage", "0", 2)
                        .text("scratch")
                        .tensor("FloatStorage", "0", 2)
                        .op('u')
                        .text("_non_persistent_buffers_set")
                        .global("__builtin__", "set")
                        .op("](")
                        .text("scratch")
                        .op("e\u0085R")
                        .text("_modules")
                        .op("}")
                        .text("helper")
                        .tensor("FloatStorage", "0", 2)
                        .op("ub")
                        .op("u")
                        .op("ub")
                        .done();
        try (CheckpointFile read =
                opened(ZipForge.torch(object).storage("0", counting(2)).done())) {
            assertEquals(Set.of("module.weight", "module.mean"), read.names());
            assertEquals(List.of("module"), read.sections());
        }
    }

    @Test
    void aTensorOfATypeThatNobodyComputesWithIsANote() throws IOException {
        byte[] object =
                PickleForge.begun()
                        .op("}(")
                        .text("turns")
                        .tensor("ComplexFloatStorage", "0", 1)
                        .text("weight")
                        .tensor("FloatStorage", "0", 2)
                        .op('u')
                        .done();
        try (CheckpointFile read =
                opened(ZipForge.torch(object).storage("0", counting(2)).done())) {
            assertEquals(Set.of("weight"), read.names());
            assertTrue(read.metadata().get("turns").contains("ComplexFloatStorage"));
        }
    }

    @Test
    void aScriptedModuleIsReadWithoutItsCode() throws IOException {
        byte[] object =
                PickleForge.begun()
                        .global("__torch__.nets", "Own")
                        .op(")\u0081}(")
                        .text("training")
                        .raw(0x89)
                        .text("conv")
                        .global("__torch__.torch.nn", "Conv2d")
                        .op(")\u0081}(")
                        .text("weight")
                        .tensor("FloatStorage", "0", 2)
                        .op("ub")
                        .op("ub")
                        .done();
        byte[] file =
                ZipForge.torch(object)
                        .storage("0", counting(2))
                        .part("archive/constants.pkl", PickleForge.begun().op(")").done())
                        .part("archive/code/__torch__/nets.py", "import os".getBytes())
                        .done();
        try (CheckpointFile read = opened(file)) {
            assertEquals("TorchScript", read.container());
            assertEquals(Set.of("conv.weight"), read.names());
            assertEquals(List.of(""), read.sections());
        }
    }

    @Test
    void tensorsBeyondFourGibibytesAreReached() throws IOException {
        byte[] object =
                PickleForge.begun()
                        .op("}")
                        .text("last")
                        .tensor("FloatStorage", "1", 2)
                        .op('s')
                        .done();
        byte[] small =
                ZipForge.torch(object)
                        .storage("1", counting(2))
                        .part("archive/byteorder", "little".getBytes())
                        .done();
        Path file = folder.resolve("large");
        LargeZip.pushedApart(small, "archive/data/1", 5L << 30, file);
        try (CheckpointFile read = CheckpointFile.open(file, manager)) {
            assertArrayEquals(new float[] {0, 1}, floats(read, "last"));
        }
    }

    private static float[] floats(CheckpointFile file, String name) {
        return file.tensor(name).orElseThrow().toFloatArray();
    }

    private static long[] longs(CheckpointFile file, String name) {
        return file.tensor(name).orElseThrow().toType(DataType.INT64, true).toLongArray();
    }
}
