package mien.engine.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of pixels, in hexadecimal digits: equal pictures have one name, however they are packed.
 */
public final class ContentHash {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BLOCK = 1 << 14; // pixels

    private ContentHash() {}

    /** Whether a text can be such a hash. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** Of a picture's size and pixels. */
    public static String of(Picture picture) {
        MessageDigest digest = begun("picture", picture.width(), picture.height());
        int[] argb = picture.argb();
        ByteBuffer block = ByteBuffer.allocate(4 * BLOCK);
        for (int from = 0; from < argb.length; from += BLOCK) {
            int count = Math.min(BLOCK, argb.length - from);
            block.clear().limit(4 * count);
            block.asIntBuffer().put(argb, from, count);
            digest.update(block);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a mask's size and values. */
    public static String of(Mask mask) {
        MessageDigest digest = begun("mask", mask.width(), mask.height());
        digest.update(mask.values());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest begun(String kind, int width, int height) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = kind + " " + width + " " + height + "\n";
            digest.update(head.getBytes(StandardCharsets.US_ASCII));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
