package mien.app.document;

import java.nio.ByteBuffer;
import mien.engine.picture.ContentHash;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;

/** Pictures and masks as PNG, checked pixel by pixel when they come back. */
public final class Png {

    private static final int WIDTH = 16; // offset in the file
    private static final int HEADER = 24;
    private static final int SIGNATURE = 0x89504e47;

    private Png() {}

    /** A mask as a grey picture; every level is kept. */
    public static byte[] of(Mask mask) {
        return mask.picture().png();
    }

    /** The pixels the header claims; 0 where there is none. */
    static long pixels(byte[] png) {
        if (png.length < HEADER || ByteBuffer.wrap(png).getInt() != SIGNATURE) {
            return 0;
        }
        ByteBuffer in = ByteBuffer.wrap(png);
        return Math.max(0L, in.getInt(WIDTH)) * Math.max(0L, in.getInt(WIDTH + 4));
    }

    /**
     * @throws Malformed if it cannot be decoded or is not the picture of that hash
     */
    public static Picture picture(byte[] png, String hash) {
        Picture picture = decoded(png, hash);
        if (!ContentHash.of(picture).equals(hash)) {
            throw damaged(hash);
        }
        return picture;
    }

    /**
     * @throws Malformed if it cannot be decoded or is not the mask of that hash
     */
    public static Mask mask(byte[] png, String hash) {
        Picture grey = decoded(png, hash);
        byte[] values = new byte[grey.argb().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) grey.argb()[i];
        }
        Mask mask = new Mask(grey.width(), grey.height(), values);
        if (!ContentHash.of(mask).equals(hash)) {
            throw damaged(hash);
        }
        return mask;
    }

    private static Picture decoded(byte[] png, String hash) {
        try {
            return Picture.decode(png);
        } catch (PictureException e) {
            throw damaged(hash);
        }
    }

    private static Malformed damaged(String hash) {
        return new Malformed("damage.picture", hash.substring(0, 8));
    }
}
