package mien.app.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;

class PyramidTest {

    private static int[] noise(int n, long seed) {
        return new Random(seed).ints(n).map(i -> i | 0xff000000).toArray();
    }

    @Test
    void eachLevelIsHalfTheOneBeforeUpToFewPixels() {
        Pyramid p = Pyramid.of(Picture.filled(2001, 1100, 0xff102030));
        assertEquals(3, p.levels());
        assertEquals(1001, p.level(1).width());
        assertEquals(550, p.level(1).height());
        assertEquals(501, p.level(2).width());
        for (int pixel : p.level(2).argb()) {
            assertEquals(0xff102030, pixel, "a plain picture stays plain");
        }
    }

    @Test
    void aPixelOfTheHalfIsTheMeanOfFourInEveryChannel() {
        Raster fine = new Raster(2, 2, new int[] {0x00ff0003, 0x40ff0001, 0xff000002, 0x80010002});
        Raster half = fine.emptyHalf();
        fine.halve(half, half.all());
        assertEquals(0x70800002, half.argb()[0]);
    }

    @Test
    void anOpaquePictureIsSharedAndOthersArePremultiplied() {
        Picture opaque = Picture.filled(700, 700, 0xff010203);
        Pyramid p = Pyramid.of(opaque);
        assertSame(opaque.argb(), p.level(p.own()).argb());
        Pyramid soft = Pyramid.of(Picture.filled(4, 4, 0x80ff4000));
        assertEquals(0x80802000, soft.level(0).argb()[0]);
    }

    @Test
    void theLevelThatIsReadHasAPixelForEachOfTheScreensAndNoMoreThanFour() {
        Pyramid p = Pyramid.of(Picture.filled(8192, 256, 0xff010203));
        for (double scale = 0.07; scale < 1; scale += 0.01) {
            double read = p.scale(p.levelFor(scale));
            assertEquals(true, read >= 0.999 * scale && read < 2 * scale, scale + ": " + read);
        }
        assertEquals(0, p.levelFor(30));
        assertEquals(p.levels() - 1, p.levelFor(0.001));
    }

    @Test
    void aSmallPictureHasAnEnlargedOneToLookAtBesidesItsOwnPixels() {
        Pyramid p = Pyramid.of(Picture.filled(128, 128, 0xff010203));
        assertEquals(128, p.width());
        assertEquals(1, p.own());
        assertEquals(5, p.scale(p.levelFor(3)));
        assertEquals(1, p.scale(p.levelFor(0.9)));
    }

    @Test
    void afterAChangeAllLevelsAreAsIfMadeAnew() {
        int w = 1337;
        int h = 1050;
        int[] pixels = noise(w * h, 1);
        Pyramid p = Pyramid.over(new Raster(w, h, pixels));
        Random r = new Random(2);
        for (int change = 0; change < 20; change++) {
            Region part =
                    new Region(
                            r.nextInt(w - 1),
                            r.nextInt(h - 1),
                            1 + r.nextInt(90),
                            1 + r.nextInt(90));
            int right = Math.min(w, part.x() + part.width());
            int bottom = Math.min(h, part.y() + part.height());
            for (int y = part.y(); y < bottom; y++) {
                for (int x = part.x(); x < right; x++) {
                    pixels[y * w + x] = r.nextInt() | 0xff000000;
                }
            }
            p.changed(new Raster.Cut(part.x(), part.y(), right, bottom));
        }
        Pyramid anew = Pyramid.over(new Raster(w, h, pixels));
        for (int i = 0; i < p.levels(); i++) {
            assertArrayEquals(anew.level(i).argb(), p.level(i).argb(), "level " + i);
        }
    }
}
