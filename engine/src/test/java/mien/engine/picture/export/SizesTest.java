package mien.engine.picture.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;

class SizesTest {

    private static Picture grey(int side, int level) {
        return Picture.filled(side, side, 0xff000000 | level * 0x010101);
    }

    @Test
    void aResultIsEnlargedToTheSizeOfItsOriginal() {
        Picture small = Pictures.ramp(64, 64);
        Picture large =
                Enlargement.in(small, Picture.filled(301, 200, -1), new Region(0, 0, 301, 200));
        assertEquals(301, large.width());
        Picture expected = Pictures.ramp(301, 200);
        for (int y = 8; y < 192; y++) {
            for (int x = 8; x < 293; x++) {
                int i = y * 301 + x;
                assertEquals(expected.argb()[i] >> 16 & 0xff, large.argb()[i] >> 16 & 0xff, 5);
                assertEquals(255, large.argb()[i] >>> 24);
            }
        }
    }

    @Test
    void aResultOfThatSizeIsItself() {
        Picture result = Pictures.noise(20, 10, 1, false);
        assertSame(
                result,
                Enlargement.in(result, Picture.filled(20, 10, -1), new Region(0, 0, 20, 10)));
    }

    @Test
    void transparentPixelsLendNoColour() {
        int[] argb = {0xffff0000, 0x0000ff00, 0xffff0000, 0x0000ff00};
        Picture large = Enlargement.of(new Picture(2, 2, argb), 8, 8);
        for (int pixel : large.argb()) {
            assertEquals(0, pixel >> 8 & 0xff, "no green comes through");
        }
        assertTrue(large.argb()[0] >>> 24 > 200 && large.argb()[7] >>> 24 < 50);
    }

    @Test
    void aMaskIsResizedWithSoftEdges() {
        Mask half = new Mask(2, 1, new byte[] {0, (byte) 255});
        Mask wide = Enlargement.of(half, 8, 3);
        assertEquals(0, wide.at(0, 2));
        assertEquals(255, wide.at(7, 0));
        for (int x = 1; x < 8; x++) {
            assertTrue(wide.at(x, 1) >= wide.at(x - 1, 1));
        }
        assertEquals(96, wide.at(3, 1), 1);
        assertSame(half, Enlargement.of(half, 2, 1));
    }

    @Test
    void whatAResultDoesNotCoverStaysAsItWas() {
        Picture original = Pictures.noise(200, 100, 2, false);
        Picture placed = Enlargement.in(grey(10, 90), original, new Region(100, 0, 100, 100));
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                assertEquals(original.argb()[y * 200 + x], placed.argb()[y * 200 + x]);
            }
            assertEquals(0xff5a5a5a, placed.argb()[y * 200 + 199], "up to the picture's own edge");
            assertEquals(0xff5a5a5a, placed.argb()[y * 200 + 110]);
        }
        Picture black = Enlargement.in(grey(10, 200), grey(100, 0), new Region(50, 0, 50, 100));
        int[] edge = IntStream.range(49, 53).map(x -> black.argb()[5000 + x] & 0xff).toArray();
        assertTrue(edge[0] < edge[1] && edge[1] < edge[2], "the seam is soft");
    }

    @Test
    void aSheetOfStepsShowsTheFirstAndTheLastOfMany() {
        List<Picture> steps = IntStream.range(0, 200).mapToObj(i -> grey(20, i + 20)).toList();
        Picture sheet = StepSheet.of(steps);
        List<Integer> levels =
                IntStream.of(sheet.argb()).distinct().mapToObj(p -> p & 0xff).toList();
        assertEquals(48 + 1 - 1, levels.size(), "48 steps; one is as grey as the sheet");
        assertTrue(levels.contains(20) && levels.contains(219));
        assertEquals(36, StepSheet.of(List.of(grey(20, 9))).width());
        assertNotEquals(0, StepSheet.of(List.of(Pictures.ramp(3000, 10))).height());
    }

    @Test
    void aThumbnailIsTheMeanOfItsBlocks() {
        Picture p = Pictures.ramp(1000, 500);
        Picture small = Thumbnail.of(p, 100);
        assertEquals(100, small.width());
        assertEquals(50, small.height());
        assertEquals(
                p.argb()[255 * 1000 + 505] >> 16 & 0xff,
                small.argb()[25 * 100 + 50] >> 16 & 0xff,
                2);
        assertArrayEquals(
                new int[] {0x80ff0000},
                Thumbnail.of(new Picture(2, 1, new int[] {0xffff0000, 0}), 1).argb());
    }
}
