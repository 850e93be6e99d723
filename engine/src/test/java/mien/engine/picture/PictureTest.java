package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void planarAndBackKeepsEveryLevel() {
        int[] argb = new int[256];
        for (int i = 0; i < 256; i++) {
            argb[i] = 0xff000000 | i << 16 | (255 - i) << 8 | i / 2;
        }
        Picture picture = new Picture(16, 16, argb);
        for (Range range : Range.values()) {
            Picture back = Picture.ofPlanar(picture.planar(range), 16, 16, range);
            assertArrayEquals(argb, back.argb(), range.toString());
        }
    }

    @Test
    void levelsAreRoundedAndClamped() {
        assertEquals(0, Range.UNIT.level(-3));
        assertEquals(255, Range.UNIT.level(1.7f));
        assertEquals(128, Range.UNIT.level(0.5f));
        assertEquals(127, Range.UNIT.level(127.4f / 255));
        assertEquals(0, Range.SIGNED.level(-1));
        assertEquals(0, Range.UNIT.level(Float.NaN));
    }

    @Test
    void planarPicturesHoldRedFirst() {
        Picture red = Picture.filled(2, 1, 0xffff0000);
        assertArrayEquals(new float[] {1, 1, 0, 0, 0, 0}, red.planar(Range.UNIT));
        assertArrayEquals(new float[] {1, 1, -1, -1, -1, -1}, red.planar(Range.SIGNED));
    }

    @Test
    void resizingKeepsOneColour() {
        Picture flat = Picture.filled(13, 7, 0xff123456);
        for (int[] size : new int[][] {{5, 3}, {26, 14}, {1, 1}, {13, 2}}) {
            Picture resized = flat.resized(size[0], size[1]);
            assertArrayEquals(Picture.filled(size[0], size[1], 0xff123456).argb(), resized.argb());
        }
    }

    @Test
    void shrinkingAChessboardGivesGrey() {
        int[] argb = new int[64 * 64];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (i % 64 + i / 64) % 2 == 0 ? 0xffffffff : 0xff000000;
        }
        Picture grey = new Picture(64, 64, argb).resized(8, 8);
        for (int pixel : grey.argb()) {
            assertEquals(127.5, pixel & 0xff, 4);
        }
    }

    @Test
    void resizingKeepsTheMeanLevel() {
        Random random = new Random(9);
        int[] argb = new int[40 * 30];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | random.nextInt(256);
        }
        Picture noise = new Picture(40, 30, argb);
        assertEquals(mean(noise), mean(noise.resized(20, 15)), 2);
        assertEquals(mean(noise), mean(noise.resized(80, 60)), 2);
    }

    @Test
    void transparentPixelsDoNotBleedIntoTheirNeighbours() {
        Picture edge = new Picture(2, 1, new int[] {0xffff0000, 0x0000ff00});
        for (int pixel : edge.resized(8, 1).argb()) {
            assertEquals(pixel >>> 24 == 0 ? 0 : 0xff0000, pixel & 0xffffff);
        }
        assertEquals(0xff0000, edge.resized(1, 1).argb()[0] & 0xffffff);
    }

    @Test
    void resizingToTheSameSizeIsFree() {
        Picture picture = Picture.filled(3, 3, 0);
        assertSame(picture, picture.resized(3, 3));
    }

    @Test
    void croppingBeyondTheBordersGivesTransparency() {
        Picture picture = new Picture(2, 2, new int[] {1, 2, 3, 4});
        assertArrayEquals(
                new int[] {0, 0, 0, 0, 1, 2}, picture.cropped(new Region(-1, -1, 3, 2)).argb());
        assertArrayEquals(new int[] {4}, picture.cropped(new Region(1, 1, 1, 1)).argb());
        assertArrayEquals(new int[4], picture.cropped(new Region(5, 0, 2, 2)).argb());
    }

    @Test
    void aPictureWithTooFewPixelsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Picture(2, 2, new int[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> Picture.ofPlanar(new float[5], 2, 1, Range.UNIT));
    }

    @Test
    void aMaskShowsItsUnsignedValues() {
        Mask mask = new Mask(2, 1, new byte[] {(byte) 200, 3});
        assertEquals(200, mask.at(0, 0));
        assertArrayEquals(new int[] {0xffc8c8c8, 0xff030303}, mask.picture().argb());
    }

    private static double mean(Picture picture) {
        double sum = 0;
        for (int pixel : picture.argb()) {
            sum += pixel & 0xff;
        }
        return sum / picture.argb().length;
    }
}
