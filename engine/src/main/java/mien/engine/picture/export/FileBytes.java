package mien.engine.picture.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import mien.engine.picture.PictureException;

/** Big-endian numbers into a file, through a buffer; lengths are noted once they are known. */
final class FileBytes {
    private final FileChannel out;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    FileBytes(FileChannel out) {
        this.out = out;
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    FileBytes u8(int value) throws IOException {
        room(1).put((byte) value);
        return this;
    }

    FileBytes u16(int value) throws IOException {
        room(2).putShort((short) value);
        return this;
    }

    FileBytes u32(int value) throws IOException {
        room(4).putInt(value);
        return this;
    }

    FileBytes ascii(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    FileBytes bytes(byte[] bytes) throws IOException {
        return bytes(bytes, bytes.length);
    }

    FileBytes bytes(byte[] bytes, int length) throws IOException {
        for (int at = 0; at < length; ) {
            int part = Math.min(length - at, room(1).remaining());
            buffer.put(bytes, at, part);
            at += part;
        }
        return this;
    }

    FileBytes zeros(int count) throws IOException {
        return bytes(new byte[count]);
    }

    long position() throws IOException {
        return out.position() + buffer.position();
    }

    /** Overwrites something that was written as a placeholder. */
    void patch(long at, ByteBuffer bytes) throws IOException {
        flush();
        long place = at;
        while (bytes.hasRemaining()) {
            place += out.write(bytes, place);
        }
    }

    /** Notes at a placeholder of four bytes how many bytes were written behind it. */
    void patchLength(long at) throws IOException {
        long length = position() - at - 4;
        if (length > 0xffffffffL) {
            throw new PictureException(
                    "A PSD holds 4 GiB of layers and these are more: write OpenRaster, or fewer layers.");
        }
        patch(at, ByteBuffer.allocate(4).putInt((int) length).flip());
    }

    void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            int unused = out.write(buffer);
        }
        buffer.clear();
    }
}
