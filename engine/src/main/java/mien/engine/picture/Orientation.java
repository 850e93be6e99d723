package mien.engine.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the camera was held, as JPEG files note it (Exif tag 0x0112).
 *
 * @param code 1 upright … 8, as in the Exif standard
 */
record Orientation(int code) {
    private static final int EXIF = 0x45786966; // "Exif"
    private static final int TAG = 0x0112;

    Orientation {
        if (code < 1 || code > 8) {
            code = 1;
        }
    }

    /** The orientation a file asks for; upright for every file that does not say. */
    static Orientation of(byte[] file) {
        try {
            return new Orientation(search(ByteBuffer.wrap(file)));
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            // A cut-off note is no reason to refuse a picture that decodes.
            return new Orientation(1);
        }
    }

    private static int search(ByteBuffer jpeg) {
        if ((jpeg.getShort() & 0xffff) != 0xffd8) {
            return 1;
        }
        while (true) {
            int marker = jpeg.getShort() & 0xffff;
            int length = jpeg.getShort() & 0xffff;
            if (marker == 0xffda || marker >> 8 != 0xff) {
                return 1; // the pixels begin: no note before them
            }
            int next = jpeg.position() + length - 2;
            if (marker == 0xffe1 && length > 16 && jpeg.getInt(jpeg.position()) == EXIF) {
                return fromTiff(jpeg.position(jpeg.position() + 6).slice());
            }
            jpeg.position(next);
        }
    }

    private static int fromTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = tiff.getShort() & 0xffff;
        for (int e = 0; e < entries; e++) {
            int at = tiff.position();
            if ((tiff.getShort() & 0xffff) == TAG) {
                return tiff.position(at + 8).getShort();
            }
            tiff.position(at + 12);
        }
        return 1;
    }

    /** The picture as it should be seen. */
    Picture upright(Picture in) {
        if (code == 1) {
            return in;
        }
        boolean swap = code >= 5;
        int w = swap ? in.height() : in.width();
        int h = swap ? in.width() : in.height();
        int[] argb = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                boolean mirrorX = code == 2 || code == 3 || code == 7 || code == 8;
                boolean mirrorY = code == 3 || code == 4 || code == 6 || code == 7;
                int u = swap ? y : x;
                int v = swap ? x : y;
                int column = mirrorX ? in.width() - 1 - u : u;
                int row = mirrorY ? in.height() - 1 - v : v;
                argb[y * w + x] = in.argb()[row * in.width() + column];
            }
        }
        return new Picture(w, h, argb);
    }
}
