package mien.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of a pack, as its description promises it.
 *
 * @param path name within the pack's folder
 * @param bytes length
 * @param sha256 64 hexadecimal digits
 * @param within what stands before the network's names in it, without the last dot; often nothing
 */
public record PackFile(String path, long bytes, String sha256, String within) {
    public PackFile {
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the name of a file holds control characters");
        }
        if (path.isBlank() || Path.of(path).isAbsolute() || path.contains("..")) {
            throw new IllegalArgumentException(
                    "a file of a pack lies in its folder, but got '" + path + "'");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a SHA-256 has 64 hexadecimal digits, but got '" + sha256 + "'");
        }
    }

    /** Describes a file as it lies in a folder. */
    static PackFile of(Path folder, String path, String within) {
        Path file = folder.resolve(path);
        try {
            return new PackFile(path, Files.size(file), sha256(file), within);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The SHA-256 of any file, 64 hexadecimal digits. */
    public static String sha256(Path file) throws IOException {
        return sha256(file, () -> {});
    }

    /**
     * The same, which can be ended.
     *
     * @param checkCancelled called before each part that is read; what it throws ends the reading
     */
    static String sha256(Path file, Runnable checkCancelled) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = newDigest();
            byte[] part = new byte[1 << 18];
            checkCancelled.run();
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                digest.update(part, 0, n);
                checkCancelled.run();
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
