package mien.engine.picture.export;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Mien wrote into a PNG, JPEG, TIFF or PSD file, without its pixels. A file that is
 * broken, or of another kind, says nothing.
 */
public final class XmpFile {
    private static final int MOST_BYTES = 64 << 20;
    private static final int PNG = 0x89504e47;
    private static final int PSD = 0x38425053;
    private static final String PNG_KEYWORD = "XML:com.adobe.xmp\0";
    private static final String JPEG_KEYWORD = "http://ns.adobe.com/xap/1.0/\0";
    private static final int IMAGE_RESOURCE_XMP = 1060;
    private static final int TIFF_XMP = 700;

    private final FileChannel in;

    private XmpFile(FileChannel in) {
        this.in = in;
    }

    /** The properties in a file, in its order; those of other programs only where Mien has them. */
    public static List<XmpField> fields(Path file) {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return new XmpFile(in).packet().map(XmpPacket::read).orElse(List.of());
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The recipe in a file, if it is one of Mien's own. */
    public static Optional<String> recipe(Path file) {
        return value(file, XmpName.RECIPE);
    }

    /** The session in a file, if it carries one. */
    public static Optional<String> session(Path file) {
        return value(file, XmpName.SESSION);
    }

    private static Optional<String> value(Path file, XmpName name) {
        return fields(file).stream()
                .filter(f -> f.name() == name)
                .map(f -> f.values().get(0))
                .findFirst();
    }

    private ByteBuffer at(long position, int count) throws IOException {
        if (count < 0 || count > MOST_BYTES || position < 0) {
            throw new EOFException("no note is so long");
        }
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (in.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the file ends too soon");
            }
        }
        return bytes.flip();
    }

    private String text(long position, int count) throws IOException {
        return new String(at(position, count).array(), StandardCharsets.UTF_8);
    }

    private Optional<String> packet() throws IOException {
        int first = at(0, 4).getInt();
        if (first == PNG) {
            return png();
        }
        if (first >>> 16 == 0xffd8) {
            return jpeg();
        }
        if (first == PSD) {
            return psd();
        }
        int order = first >>> 16;
        return order == 0x4949 || order == 0x4d4d ? tiff(order == 0x4949) : Optional.empty();
    }

    private Optional<String> png() throws IOException {
        long at = 8;
        while (true) {
            ByteBuffer head = at(at, 8);
            int length = head.getInt();
            String type = new String(head.array(), 4, 4, StandardCharsets.US_ASCII);
            int skipped = PNG_KEYWORD.length() + 4; // not compressed, no language, no translation
            if (type.equals("iTXt")
                    && length > skipped
                    && text(at + 8, PNG_KEYWORD.length()).equals(PNG_KEYWORD)) {
                return Optional.of(text(at + 8 + skipped, length - skipped));
            }
            if (type.equals("IEND") || length < 0) {
                return Optional.empty();
            }
            at += 12L + length;
        }
    }

    private Optional<String> jpeg() throws IOException {
        long at = 2;
        while (true) {
            ByteBuffer head = at(at, 4);
            int marker = head.getShort() & 0xffff;
            int length = head.getShort() & 0xffff;
            if (marker == 0xffda || marker >> 8 != 0xff || length < 2) {
                return Optional.empty(); // the pixels begin
            }
            int skipped = JPEG_KEYWORD.length();
            if (marker == 0xffe1
                    && length > skipped + 2
                    && text(at + 4, skipped).equals(JPEG_KEYWORD)) {
                return Optional.of(text(at + 4 + skipped, length - 2 - skipped));
            }
            at += 2L + length;
        }
    }

    private Optional<String> tiff(boolean little) throws IOException {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long ifd = at(4, 4).order(order).getInt() & 0xffffffffL;
        int entries = at(ifd, 2).order(order).getShort() & 0xffff;
        for (int e = 0; e < entries; e++) {
            ByteBuffer entry = at(ifd + 2 + 12L * e, 12).order(order);
            if ((entry.getShort(0) & 0xffff) == TIFF_XMP) {
                return Optional.of(text(entry.getInt(8) & 0xffffffffL, entry.getInt(4)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> psd() throws IOException {
        long at = 26;
        at += 4 + (at(at, 4).getInt() & 0xffffffffL); // the palette
        long end = at + 4 + (at(at, 4).getInt() & 0xffffffffL);
        at += 4;
        while (at < end) {
            ByteBuffer head = at(at, 7);
            int id = head.getShort(4) & 0xffff;
            int name = head.get(6) & 0xff;
            long content = at + 6 + (name + 2) / 2 * 2L;
            long length = at(content, 4).getInt() & 0xffffffffL;
            if (id == IMAGE_RESOURCE_XMP) {
                return Optional.of(text(content + 4, (int) Math.min(length, Integer.MAX_VALUE)));
            }
            at = content + 4 + (length + 1) / 2 * 2;
        }
        return Optional.empty();
    }
}
