package mien.engine.checkpoint.pickle;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Malformed;

/** The bytes of a pickle, read forwards through a window. */
final class PickleInput {

    private static final int WINDOW = 1 << 16;

    /** Byte strings up to this are read at once; longer ones stay where they lie. */
    private static final int SHORT = PickleValue.LONGEST_NAME;

    /** The longest text; tables of numbers are written as texts by Python 3's protocol 2. */
    private static final long LONGEST_TEXT = 1 << 28;

    private final Bytes bytes;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
    private long windowEnd; // position behind the window's last byte

    PickleInput(Bytes bytes, long position) {
        this.bytes = bytes;
        windowEnd = position;
        window.limit(0);
    }

    /** The number of the next byte. */
    long position() {
        return windowEnd - window.remaining();
    }

    long remaining() {
        return bytes.size() - position();
    }

    /** Makes sure that the next few bytes are in the window. */
    private ByteBuffer next(int count) throws IOException, Malformed {
        if (window.remaining() < count) {
            expect(remaining() >= count, "it ends in the middle");
            long position = position();
            window.clear().limit((int) Math.min(WINDOW, bytes.size() - position));
            bytes.read(position, window);
            window.flip();
            windowEnd = position + window.limit();
        }
        return window;
    }

    int u1() throws IOException, Malformed {
        return Byte.toUnsignedInt(next(Byte.BYTES).get());
    }

    int u2() throws IOException, Malformed {
        return Short.toUnsignedInt(next(Short.BYTES).getShort());
    }

    int i4() throws IOException, Malformed {
        return next(Integer.BYTES).getInt();
    }

    long u4() throws IOException, Malformed {
        return Integer.toUnsignedLong(i4());
    }

    /** A length of eight bytes; those beyond the file are refused by who uses it. */
    long u8() throws IOException, Malformed {
        return next(Long.BYTES).getLong();
    }

    /** Big-endian, as the only number of the format. */
    double f8() throws IOException, Malformed {
        return Double.longBitsToDouble(Long.reverseBytes(u8()));
    }

    private void within(long count) throws Malformed {
        expect(count >= 0 && count <= remaining(), "it has a text that is longer than the file");
    }

    /** A byte string. */
    PickleValue.Binary binary(long count) throws IOException, Malformed {
        within(count);
        if (count <= SHORT) {
            return PickleValue.shortBinary(array((int) count));
        }
        Bytes stretch = bytes.part(position(), count);
        skip(count);
        return new PickleValue.Binary(stretch);
    }

    /** A text of so many bytes. */
    PickleValue.Text text(long count) throws IOException, Malformed {
        within(count);
        expect(count <= LONGEST_TEXT, "it has a text of over 256 MiB");
        try {
            ByteBuffer utf8 = ByteBuffer.wrap(array((int) count));
            return new PickleValue.Text(
                    StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
        } catch (CharacterCodingException e) {
            // Python writes lone halves of letters, which no decoder takes; they name nothing here
            return new PickleValue.Text("?");
        }
    }

    byte[] array(int count) throws IOException, Malformed {
        byte[] array = new byte[count];
        if (count <= window.remaining()) {
            window.get(array);
        } else {
            bytes.read(position(), ByteBuffer.wrap(array));
            skip(count);
        }
        return array;
    }

    private void skip(long count) {
        long to = position() + count;
        window.limit(0);
        windowEnd = to;
    }

    /** A line of a text protocol, without its end. */
    String line() throws IOException, Malformed {
        StringBuilder line = new StringBuilder();
        for (int c = u1(); c != '\n'; c = u1()) {
            expect(line.length() < LONGEST_TEXT, "it has a line of over 256 MiB");
            line.append((char) c);
        }
        return line.toString();
    }
}
