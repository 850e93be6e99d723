package mien.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Copies a file and measures what was read on the way. */
final class FileCopy {

    private static final int PART = 1 << 20;

    private FileCopy() {}

    /**
     * @param copied told how many bytes have been written so far; may throw
     * @return the SHA-256 of what was read, in hexadecimal digits
     */
    static String copy(Path from, Path to, LongConsumer copied) throws IOException {
        MessageDigest digest = PackFile.newDigest();
        try (InputStream in = Files.newInputStream(from);
                FileChannel out =
                        FileChannel.open(
                                to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] part = new byte[PART];
            long done = 0;
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                digest.update(part, 0, n);
                ByteBuffer bytes = ByteBuffer.wrap(part, 0, n);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                done += n;
                copied.accept(done);
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
