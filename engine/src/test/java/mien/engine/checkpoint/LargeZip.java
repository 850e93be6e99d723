package mien.engine.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A zip archive of many gibibytes that takes almost no disk: there is a hole in it. */
final class LargeZip {

    private static final int ENTRY = 46;
    private static final int END = 22;

    private LargeZip() {}

    /** The archive with everything from one part on moved to a far position, as zip64 has it. */
    static void pushedApart(byte[] zip, String part, long gap, Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = in.getInt(zip.length - 6);
        int count = in.getShort(zip.length - 12);
        ByteBuffer moved = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        int cut = zip.length;
        for (int at = directory; at < zip.length - END; ) {
            int name = in.getShort(at + 28);
            int all = ENTRY + name + in.getShort(at + 30) + in.getShort(at + 32);
            int header = in.getInt(at + 42);
            cut = new String(zip, at + ENTRY, name).equals(part) ? header : cut;
            moved.put(zip, at, ENTRY + name);
            int fields = moved.position() - ENTRY - name;
            boolean far = header >= cut;
            moved.putShort(fields + 30, (short) (far ? 12 : 0)).putShort(fields + 32, (short) 0);
            if (far) {
                moved.putInt(fields + 42, -1);
                moved.putShort((short) 1).putShort((short) 8).putLong(header + gap);
            }
            at += all;
        }
        int size = moved.position();
        long begin = directory + gap;
        moved.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
        moved.putInt(0).putInt(0).putLong(count).putLong(count).putLong(size).putLong(begin);
        moved.putInt(0x07064b50).putInt(0).putLong(begin + size).putInt(1);
        moved.putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1);
        moved.putInt(-1).putInt(-1).putShort((short) 0);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(zip, 0, cut), 0);
            out.write(ByteBuffer.wrap(zip, cut, directory - cut), cut + gap);
            out.write(moved.flip(), begin);
        }
    }
}
