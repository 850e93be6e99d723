package mien.engine.picture.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mien.engine.picture.Mask;
import mien.engine.picture.PictureException;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TiledMaskTest {

    static Mask noise(int width, int height, long seed) {
        byte[] values = new byte[width * height];
        new Random(seed).nextBytes(values);
        return new Mask(width, height, values);
    }

    /** A stroke of many samples somewhere on a mask. */
    static TiledMask stroked(TiledMask on, Brush brush, Random random) {
        Stroke stroke = new Stroke(on, brush, false);
        double x = random.nextDouble() * on.width();
        double y = random.nextDouble() * on.height();
        double angle = random.nextDouble() * 2 * Math.PI;
        for (int i = 0; i < 60; i++) {
            stroke.to(new PointerSample(x, y));
            angle += 0.25 * random.nextGaussian();
            x += 30 * Math.cos(angle);
            y += 30 * Math.sin(angle);
        }
        return stroke.mask();
    }

    @Test
    void aMaskHoldsWhatItWasMadeOf() {
        Mask plain = noise(150, 97, 1);
        TiledMask mask = TiledMask.of(plain);
        assertArrayEquals(plain.values(), mask.plain().values());
        assertEquals(plain.at(149, 96), mask.at(149, 96));
        Mask part = mask.plain(new Region(60, 50, 70, 30));
        assertEquals(plain.at(129, 79), part.at(69, 29));
    }

    @Test
    void masksAreEqualWhenTheirPixelsAre() {
        TiledMask mask = TiledMask.of(noise(150, 97, 1));
        TiledMask same = TiledMask.of(noise(150, 97, 1));
        assertEquals(mask, same);
        assertEquals(mask.hashCode(), same.hashCode());
        assertNotEquals(mask, TiledMask.of(noise(150, 97, 2)));
        assertNotEquals(TiledMask.empty(150, 97), TiledMask.empty(97, 150));
        // what lies over the edge in the last tiles does not count
        Polygon all = Polygon.rectangle(new Polygon.Point(-9, -9), new Polygon.Point(999, 999));
        assertEquals(TiledMask.filled(150, 97, 255), all.mask(150, 97));
    }

    @Test
    void oneValueEverywhereCostsNextToNothing() {
        TiledMask mask = TiledMask.filled(4096, 4096, 255).inverted();
        assertTrue(mask.blank());
        assertTrue(TiledMask.heldBytes(List.of(mask)) < 40_000);
    }

    @Test
    void aStrokeMakesNewTilesOnlyWhereItTouched() {
        TiledMask before = TiledMask.of(noise(1024, 1024, 3));
        Stroke stroke = new Stroke(before, Brush.DEFAULT.withSize(50), false);
        Region touched = stroke.to(new PointerSample(500, 300)).orElseThrow();
        Region changed = stroke.mask().changed(before).orElseThrow();
        assertTrue(changed.width() <= 128 && changed.height() <= 128, changed::toString);
        assertTrue(changed.x() <= touched.x() && changed.y() <= touched.y(), changed::toString);
        assertSame(before.grid().tile(0), stroke.mask().grid().tile(0));
        assertTrue(before.changed(before).isEmpty());
    }

    @Test
    void twoHundredSoftStrokesOfALargePictureFitInMemory() {
        Random random = new Random(7);
        Brush brush = Brush.DEFAULT.withSize(300).withHardness(0);
        List<TiledMask> versions = new ArrayList<>(List.of(TiledMask.empty(4096, 4096)));
        for (int i = 0; i < 200; i++) {
            TiledMask before = versions.get(i);
            versions.add(stroked(before, brush, random));
            before.rest(List.of(versions.get(i + 1)));
        }
        long held = TiledMask.heldBytes(versions);
        assertTrue(held < 256L << 20, "held " + held);
        assertTrue(held > 1 << 20, "held " + held);
    }

    @Test
    void aVersionThatRestedIsReadAsBefore() {
        TiledMask before = stroked(TiledMask.empty(700, 500), Brush.DEFAULT, new Random(5));
        Mask plain = before.plain();
        TiledMask after = TiledMask.empty(700, 500);
        long held = TiledMask.heldBytes(List.of(before));
        before.rest(List.of(after));
        assertTrue(TiledMask.heldBytes(List.of(before)) < held / 2);
        assertArrayEquals(plain.values(), before.plain().values());
    }

    @Test
    void whatDoesNotGetSmallerIsLeftAsItIs() {
        TiledMask noise = TiledMask.of(noise(256, 256, 9));
        noise.rest(List.of(TiledMask.empty(256, 256)));
        assertEquals(TiledMask.of(noise(256, 256, 9)), noise);
        assertTrue(TiledMask.heldBytes(List.of(noise)) < 70_000);
    }

    @Test
    void anyTilePacksToBytesThatUnpackToIt() {
        Random random = new Random(11);
        for (int spread : new int[] {1, 2, 5, 40, 256}) {
            byte[] pixels = new byte[Tile.PIXELS];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (i % Tile.SIDE * 3 + random.nextInt(spread));
            }
            assertArrayEquals(pixels, TileCodec.unpack(TileCodec.pack(pixels)));
        }
    }

    @ParameterizedTest
    @EnumSource(Join.class)
    void masksAreJoinedPixelByPixel(Join how) {
        Mask a = noise(130, 70, 1);
        Mask b = noise(130, 70, 2);
        TiledMask joined = TiledMask.of(a).joined(how, TiledMask.of(b));
        for (int i = 0; i < a.values().length; i += 7) {
            int x = i % 130;
            int y = i / 130;
            assertEquals(how.applyAsInt(a.at(x, y), b.at(x, y)), joined.at(x, y));
        }
    }

    @Test
    void joiningKeepsWhatIsInside() {
        TiledMask none = TiledMask.empty(100, 100);
        TiledMask all = none.inverted();
        TiledMask some = TiledMask.of(noise(100, 100, 4));
        assertEquals(some, some.joined(Join.UNION, none));
        assertEquals(some, some.joined(Join.INTERSECT, all));
        assertEquals(none, some.joined(Join.SUBTRACT, all));
        assertEquals(some.inverted(), all.joined(Join.SUBTRACT, some));
        assertFalse(some.blank());
    }

    @Test
    void masksOfOtherSizesAreRefused() {
        TiledMask mask = TiledMask.empty(100, 100);
        assertThrows(
                IllegalArgumentException.class,
                () -> mask.joined(Join.UNION, TiledMask.empty(100, 101)));
        PictureException e = assertThrows(PictureException.class, () -> mask.requireSize(64, 32));
        assertTrue(e.getMessage().contains("100 × 100") && e.getMessage().contains("64 × 32"));
    }

    @Test
    void theMeanIsTheShareInside() {
        TiledMask half =
                Polygon.rectangle(new Polygon.Point(0, 0), new Polygon.Point(50, 100))
                        .mask(100, 100);
        assertEquals(0.5, half.mean(), 1e-9);
    }
}
