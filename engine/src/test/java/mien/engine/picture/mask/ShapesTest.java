package mien.engine.picture.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class ShapesTest {

    private static Polygon polygon(double... xy) {
        List<Polygon.Point> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Polygon.Point(xy[i], xy[i + 1]));
        }
        return new Polygon(points);
    }

    @Test
    void theEdgesOfAPolygonAreSmooth() {
        TiledMask mask = polygon(10.25, 10, 50.75, 10, 50.75, 40.5, 10.25, 40.5).mask(100, 80);
        assertEquals(255, mask.at(30, 20));
        assertEquals(191, mask.at(10, 20), 1);
        assertEquals(191, mask.at(50, 20), 1);
        assertEquals(128, mask.at(30, 40), 1);
        assertEquals(0, mask.at(51, 20));
        assertEquals(0, mask.at(30, 9));
    }

    @Test
    void aDiscOfManyCornersHasItsArea() {
        List<Polygon.Point> points = new ArrayList<>();
        for (int i = 0; i < 360; i++) {
            double a = Math.toRadians(i);
            points.add(new Polygon.Point(100 + 60 * Math.cos(a), 90 + 60 * Math.sin(a)));
        }
        double area = new Polygon(points).mask(200, 180).mean() * 200 * 180;
        assertEquals(Math.PI * 3600, area, 8);
    }

    @Test
    void whatALassoGoesRoundIsInsideHoweverOftenItCrosses() {
        double[] star = new double[10];
        for (int i = 0; i < 5; i++) {
            star[2 * i] = 50 + 40 * Math.sin(i * 4 * Math.PI / 5);
            star[2 * i + 1] = 50 - 40 * Math.cos(i * 4 * Math.PI / 5);
        }
        assertEquals(255, polygon(star).mask(100, 100).at(50, 50));
        TiledMask eight = polygon(10, 10, 90, 90, 90, 10, 10, 90).mask(100, 100);
        assertEquals(255, eight.at(20, 50));
        assertEquals(255, eight.at(80, 50));
        assertEquals(0, eight.at(50, 20));
    }

    @Test
    void polygonsMayReachOverTheEdgeOrBeNothing() {
        assertEquals(
                TiledMask.filled(30, 20, 255),
                polygon(-5, -5, 99, -5, 99, 99, -5, 99).mask(30, 20));
        assertTrue(polygon(-50, -50, -10, -50, -10, -10).mask(30, 20).blank());
        assertTrue(polygon(5, 5, 10, 10).mask(30, 20).blank());
        assertTrue(polygon().mask(30, 20).blank());
    }

    @Test
    void aRectangleMayBeDrawnFromAnyCorner() {
        Polygon.Point a = new Polygon.Point(3, 4);
        Polygon.Point b = new Polygon.Point(17, 12);
        TiledMask mask = Polygon.rectangle(b, a).mask(30, 20);
        assertEquals(Polygon.rectangle(a, b).mask(30, 20), mask);
        assertEquals(255, mask.at(3, 4));
        assertEquals(0, mask.at(17, 12));
    }

    /** Two grey squares on black, the left one with a dark ring in it. */
    private static Picture squares() {
        Picture picture = Picture.filled(100, 60, 0xff000000);
        for (int y = 10; y < 50; y++) {
            for (int x = 10; x < 90; x++) {
                if (x < 45 || x >= 55) {
                    picture.argb()[y * 100 + x] = 0xff808080 + (x % 3) * 0x010101;
                }
            }
        }
        for (int y = 20; y < 40; y++) {
            for (int x = 20; x < 35; x++) {
                picture.argb()[y * 100 + x] = 0xff101010;
            }
        }
        return picture;
    }

    @Test
    void aFillSpreadsOverWhatIsConnectedAndAlike() {
        TiledMask mask = FloodFill.of(squares(), 12, 12, 4, true);
        assertEquals(255, mask.at(44, 49));
        assertEquals(0, mask.at(60, 12));
        assertEquals(0, mask.at(25, 30));
        assertEquals(35 * 40 - 15 * 20, Math.round(mask.mean() * 6000));
    }

    @Test
    void aFillThatNeedNotBeConnectedFindsAllThatIsAlike() {
        TiledMask mask = FloodFill.of(squares(), 12, 12, 4, false);
        assertEquals(255, mask.at(60, 12));
        assertEquals(0, mask.at(50, 30));
    }

    @Test
    void toleranceIsPerChannel() {
        assertTrue(FloodFill.of(squares(), 12, 12, 0, true).mean() < 0.1);
        assertEquals(1, FloodFill.of(squares(), 12, 12, 255, true).mean());
    }

    @Test
    void enclosedHolesAreFilledAndBaysAreNot() {
        TiledMask square = FloodFill.of(squares(), 12, 12, 4, true);
        TiledMask filled = Holes.filled(square);
        assertEquals(35 * 40, Math.round(filled.mean() * 6000));
        TiledMask open =
                square.joined(
                        Join.SUBTRACT,
                        Polygon.rectangle(new Polygon.Point(30, 0), new Polygon.Point(32, 25))
                                .mask(100, 60));
        assertEquals(open, Holes.filled(open));
    }

    @Test
    void aRingsSoftInnerRimIsFilledToo() {
        Stroke ring =
                new Stroke(
                        TiledMask.empty(200, 200),
                        Brush.DEFAULT.withSize(30).withHardness(0),
                        false);
        for (int i = 0; i <= 60; i++) {
            double a = i * Math.PI / 30;
            ring.to(new PointerSample(100 + 60 * Math.cos(a), 100 + 60 * Math.sin(a)));
        }
        TiledMask filled = Holes.filled(ring.mask());
        for (int x = 45; x <= 155; x++) {
            assertTrue(filled.at(x, 100) >= 254, "at " + x);
        }
        assertEquals(ring.mask().at(30, 100), filled.at(30, 100));
    }
}
