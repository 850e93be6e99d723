package mien.engine.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** PyTorch's files whose tensors and storages do not fit together. */
final class HostileTorchFiles {

    private static final long[] TWO = {2};
    private static final long[] ONE = {1};
    private static final Charset ISO = StandardCharsets.ISO_8859_1;

    private HostileTorchFiles() {}

    static Stream<HostileFile> all() {
        return Stream.concat(zips(), Stream.concat(legacies(), arrays()));
    }

    private static HostileFile zip(String name, PickleForge tensor, String why) {
        byte[] object = tensor.op('s').done();
        return new HostileFile(name, ZipForge.torch(object).storage("0", new byte[8]).done(), why);
    }

    private static PickleForge w() {
        return PickleForge.begun().op('}').text("w");
    }

    private static PickleForge view(long offset, long[] shape, long[] strides) {
        return w().tensor("FloatStorage", "0", 2, offset, shape, strides);
    }

    private static Stream<HostileFile> zips() {
        long big = 1L << 40;
        String beyond = "'w': it lies beyond the end of its storage";
        return Stream.of(
                zip("no such storage", w().tensor("FloatStorage", "7", 2), "no storage '7'"),
                zip("a path for a key", w().tensor("FloatStorage", "../version", 1), "no storage"),
                zip("a small storage", w().tensor("FloatStorage", "0", 3), "fewer bytes"),
                zip("2^62 elements", w().tensor("FloatStorage", "0", 1L << 62), "too large"),
                zip("−1 elements", w().tensor("FloatStorage", "0", -1), "by no name"),
                zip("an odd storage", w().tensor("OddStorage", "0", 2), "unknown kind OddStorage"),
                zip("an offset too far", view(1, TWO, ONE), beyond),
                zip("a negative offset", view(-1, ONE, ONE), beyond),
                zip("2^63 offset", view(Long.MAX_VALUE, TWO, ONE), "too large to be true"),
                zip("a stride too far", view(0, TWO, new long[] {2}), beyond),
                zip("a negative stride", view(1, TWO, new long[] {-1}), "negative stride"),
                zip("a vast stride", view(0, TWO, new long[] {Long.MAX_VALUE}), "'w': it"),
                zip("a negative dimension", view(0, new long[] {-2}, ONE), "negative dimension"),
                zip(
                        "dimensions that overflow",
                        view(0, new long[] {big, big, big}, new long[] {0, 0, 0}),
                        "too large to be true"),
                zip(
                        "dimensions that overflow beside a zero",
                        view(0, new long[] {big, big, 0}, new long[] {1, 1, 1}),
                        "too large to be true"),
                zip(
                        "8 bytes spread out to a terabyte",
                        view(0, new long[] {big / 4, 1}, new long[] {0, 0}),
                        "far larger than its storage"),
                zip(
                        "nine dimensions",
                        view(0, new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, new long[9]),
                        "too many dimensions"),
                zip("strides too few", view(0, new long[] {1, 1}, ONE), "not as many"),
                zip("a shape of 100,000", view(0, new long[100_000], ONE), "not described"),
                zip(
                        "a tensor of no storage",
                        w().global("torch._utils", "_rebuild_tensor_v2").op(")R"),
                        "not described as PyTorch does"),
                zip(
                        "a shape of texts",
                        w().global("torch._utils", "_rebuild_tensor")
                                .op('(')
                                .storage("FloatStorage", "0", 2)
                                .number(0)
                                .text("a")
                                .text("b")
                                .op("tR"),
                        "not described as PyTorch does"),
                new HostileFile(
                        "two objects",
                        ZipForge.torch(w().op("Ns").done())
                                .part("other/data.pkl", w().op("Ns").done())
                                .done(),
                        "more than one pickled object"),
                new HostileFile(
                        "an odd byte order",
                        ZipForge.torch(w().op("Ns").done())
                                .part("archive/byteorder", "middle".getBytes())
                                .done(),
                        "neither little nor big"));
    }

    /** A legacy stream of {"w": two zeros}. */
    static byte[] soundLegacy() {
        return legacy(1001, w().tensor("FloatStorage", "0", 2).op('s').done(), "0", 2, 8);
    }

    private static byte[] legacy(long protocol, byte[] object, String key, long count, int data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] magic = {0x6c, -4, -100, 0x46, -7, 0x20, 0x6a, -88, 0x50, 0x19};
        out.writeBytes(PickleForge.begun().raw(0x8a, 10).raw(magic).done());
        out.writeBytes(PickleForge.begun().number(protocol).done());
        out.writeBytes(PickleForge.begun().op('}').done());
        out.writeBytes(object);
        out.writeBytes(PickleForge.begun().op("](").text(key).op('e').done());
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.writeBytes(head.putLong(count).array());
        out.writeBytes(new byte[data]);
        return out.toByteArray();
    }

    private static Stream<HostileFile> legacies() {
        byte[] object = w().tensor("FloatStorage", "0", 2).op('s').done();
        byte[] sound = soundLegacy();
        byte[] odd = w().op('(').text("elsewhere").op("tQs").done();
        return Stream.of(
                new HostileFile("protocol 1000", legacy(1000, object, "0", 2, 8), "than 1001"),
                new HostileFile("too few bytes", legacy(1001, object, "0", 2, 7), "ends before"),
                new HostileFile(
                        "2^62 elements", legacy(1001, object, "0", 1L << 62, 8), "ends before"),
                new HostileFile("−1 elements", legacy(1001, object, "0", -1, 8), "ends before"),
                new HostileFile("fewer elements", legacy(1001, object, "0", 1, 8), "fewer bytes"),
                new HostileFile(
                        "a key of nothing", legacy(1001, object, "5", 2, 8), "nothing refers to"),
                new HostileFile("an odd id", legacy(1001, odd, "0", 2, 8), "by no name"),
                new HostileFile(
                        "cut short in its pickles", Arrays.copyOf(sound, 60), "ends in the middle"),
                new HostileFile(
                        "cut short before its storages",
                        Arrays.copyOf(sound, sound.length - 16),
                        "ends before"));
    }

    private static Stream<HostileFile> arrays() {
        return Stream.of(
                npy("a shape too large", "'<f8', 'fortran_order': False, 'shape': (9,)", "beyond"),
                npy("a shape too small", "'<f8', 'fortran_order': True, 'shape': ()", "as many"),
                npy(
                        "an endless shape",
                        "'<f8', 'fortran_order': False, 'shape': ("
                                + "99999999999, 99999999999, 99999999999)",
                        "too large to be true"),
                npy(
                        "a number beyond all numbers",
                        "'<f8', 'fortran_order': False, 'shape': (" + "9".repeat(30) + ",)",
                        "not made of numbers"),
                npy("texts", "'<U4', 'fortran_order': False, 'shape': (1,)", "no numbers"),
                npy("no shape", "'<f8', 'fortran_order': False", "lacks"),
                npy("no order", "'<f8', 'shape': (2,)", "lacks"),
                npy(
                        "objects that are none",
                        "'|O', 'fortran_order': False, 'shape': ()",
                        "its instruction 0 is unknown"),
                new HostileFile("a short array", "\u0093NUMPY\1".getBytes(ISO), "shorter"),
                new HostileFile(
                        "an unknown version",
                        "\u0093NUMPY\u0009\0\u0001\0 ".getBytes(ISO),
                        "no known version"),
                new HostileFile(
                        "a header of 4 GiB",
                        "\u0093NUMPY\u0002\0\u00ff\u00ff\u00ff\u00ff ".getBytes(ISO),
                        "over 64 KiB"),
                new HostileFile(
                        "a header that breaks off",
                        "\u0093NUMPY\u0001\0\u00ff\0 ".getBytes(ISO),
                        "ends before"));
    }

    /** Sixteen bytes of data after a header. */
    private static HostileFile npy(String name, String fields, String why) {
        String header = "{'descr': " + fields + ", }";
        String prelude = "\u0093NUMPY\1\0" + (char) header.length() + "\0";
        byte[] bytes = (prelude + header).getBytes(ISO);
        return new HostileFile(name, Arrays.copyOf(bytes, bytes.length + 16), why);
    }
}
