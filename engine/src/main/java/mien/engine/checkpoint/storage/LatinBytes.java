package mien.engine.checkpoint.storage;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that were written as a text, a letter of Latin-1 each. */
public final class LatinBytes implements Bytes {

    private final String text;

    private LatinBytes(String text) {
        this.text = text;
    }

    /**
     * The bytes of a text; whether all its letters are of Latin-1 is checked when they are read.
     */
    public static LatinBytes of(String text) {
        return new LatinBytes(text);
    }

    public String text() {
        return text;
    }

    @Override
    public long size() {
        return text.length();
    }

    @Override
    public void read(long position, ByteBuffer into) throws Malformed {
        int count = into.remaining();
        reaches(position, count);
        String wanted = text.substring((int) position, (int) position + count);
        expect(
                wanted.chars().allMatch(c -> c <= 0xFF),
                "a text that stands for bytes has other letters");
        into.put(wanted.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public LatinBytes part(long position, long size) throws Malformed {
        reaches(position, size);
        return new LatinBytes(text.substring((int) position, (int) (position + size)));
    }
}
