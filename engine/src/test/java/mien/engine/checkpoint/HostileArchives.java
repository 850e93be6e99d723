package mien.engine.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Zip archives that lie about their parts, and files that are something else altogether. */
final class HostileArchives {

    private static final int LOCAL = 0x04034b50;
    private static final int LISTED = 0x02014b50;
    private static final int END = 0x06054b50;

    private HostileArchives() {}

    /** PyTorch's archive of {"w": two zeros}. */
    static byte[] sound() {
        return zip().done();
    }

    private static ZipForge zip() {
        byte[] object =
                PickleForge.begun().op('}').text("w").tensor("FloatStorage", "0", 2).op('s').done();
        return ZipForge.torch(object).storage("0", new byte[8]);
    }

    /** Where a signature stands for the n-th time. */
    static int find(byte[] bytes, int signature, int n) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int left = n;
        for (int at = 0; at + Integer.BYTES <= bytes.length; at++) {
            if (in.getInt(at) == signature && left-- == 0) {
                return at;
            }
        }
        throw new AssertionError("no signature " + Integer.toHexString(signature));
    }

    /** The sound archive with one number of 32 bits changed, counted from a signature. */
    private static HostileFile changed(
            String name, int signature, int n, int offset, int value, String why) {
        byte[] bytes = sound();
        int at = find(bytes, signature, n) + offset;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return new HostileFile(name, bytes, why);
    }

    private static HostileFile named(String part) {
        return new HostileFile(
                "a part called " + part,
                zip().part(part, new byte[1]).done(),
                "has a name that leads elsewhere");
    }

    static Stream<HostileFile> all() {
        byte[] sound = sound();
        byte[] zeros = new byte[80 << 20];
        int storage = find(sound, LOCAL, 2);
        return Stream.of(
                named("../../etc/passwd"),
                named("/etc/passwd"),
                named("archive\\data\\..\\x"),
                named("a\0b"),
                new HostileFile(
                        "80 MiB of zeros in 80 KiB",
                        new ZipForge().part("archive/data.pkl", zeros).deflated().done(),
                        "unpack to far more"),
                changed("an encrypted part", LISTED, 2, 8, 1, "is encrypted"),
                changed("an odd compression", LISTED, 2, 10, 99, "uncommon way"),
                changed("a size of 4 GiB", LISTED, 2, 24, -2, "two different sizes"),
                changed("a part behind the end", LISTED, 2, 42, 0x7ffffff0, "ends before"),
                changed("two parts in one place", LISTED, 2, 42, 0, "overlaps another"),
                changed("a part in another", LISTED, 2, 42, storage + 1, "not where it should be"),
                changed(
                        "another name in the part's header",
                        LOCAL,
                        2,
                        30,
                        0,
                        "not where it should"),
                changed("a list that is too long", END, 0, 12, 0x7fffffff, "over 64 MiB"),
                changed("a list that is not there", END, 0, 16, 0x7fffffff, "ends before"),
                changed("a list of something else", END, 0, 16, 1, "is damaged"),
                changed("more parts than listed", END, 0, 8, 0x00090009, "not as long as it says"),
                new HostileFile(
                        "cut short", Arrays.copyOf(sound, sound.length - 30), "is cut short"),
                new HostileFile(
                        "half of it", Arrays.copyOf(sound, sound.length / 2), "is cut short"),
                new HostileFile(
                        "larger than 4 GiB by a lie", large(sound), "ends before its contents do"));
    }

    /** An archive whose record of a large list points nowhere. */
    private static byte[] large(byte[] sound) {
        int end = find(sound, END, 0);
        ByteBuffer out = ByteBuffer.allocate(sound.length + 20).order(ByteOrder.LITTLE_ENDIAN);
        out.put(sound, 0, end).putInt(0x07064b50).putInt(0).putLong(Long.MAX_VALUE).putInt(1);
        return out.put(sound, end, sound.length - end).array();
    }

    static Stream<HostileFile> strangers() {
        byte[] tar = new byte[512];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        return Stream.of(
                stranger("empty", "", "it is empty"),
                stranger("a web page", "\n<!DOCTYPE html><html>", "it is a web page"),
                stranger("LFS", "version https://git-lfs.github.com/spec/v1\noid", "Git LFS"),
                stranger("gzip", "\u001f\u008b\b\0\0", "compressed by gzip; unpack it"),
                stranger("7z", "7z\u00bc\u00af\u0027\u001c", "a packed archive; unpack it"),
                stranger("a letter", "Dear reader,", "begins like no kind"),
                stranger("one byte", "x", "begins like no kind"),
                new HostileFile("tar", tar, "a tar archive; unpack it"),
                new HostileFile(
                        "an archive around a checkpoint",
                        new ZipForge().part("vq/model.ckpt", new byte[9]).done(),
                        "an archive around 'vq/model.ckpt'; unpack it and choose that file"),
                new HostileFile(
                        "an archive of pictures",
                        new ZipForge().part("a.png", new byte[9]).done(),
                        "neither a PyTorch object nor NumPy arrays"));
    }

    private static HostileFile stranger(String name, String content, String why) {
        return new HostileFile(name, content.getBytes(StandardCharsets.ISO_8859_1), why);
    }
}
