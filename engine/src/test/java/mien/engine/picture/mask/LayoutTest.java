package mien.engine.picture.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    private static final List<LayoutClass> CLASSES =
            List.of(
                    new LayoutClass(0, "background", 0x000000),
                    new LayoutClass(3, "skin", 0xe0ac69),
                    new LayoutClass(200, "hair", 0x402010));

    @TempDir Path folder;

    private static Layout face() {
        TiledMask head =
                new Stroke(
                                TiledMask.empty(200, 160),
                                Brush.DEFAULT.withSize(90).withHardness(1),
                                false)
                        .mask();
        Stroke stroke = new Stroke(head, Brush.DEFAULT.withSize(90).withHardness(0.2), false);
        stroke.to(new PointerSample(100, 80));
        Polygon top = Polygon.rectangle(new Polygon.Point(60, 30), new Polygon.Point(140, 60));
        return Layout.filled(CLASSES, 200, 160, 0)
                .painted(stroke.mask(), 3)
                .painted(top.mask(200, 160), 200);
    }

    @Test
    void aClassIsPaintedWhereAMaskIsAtLeastHalfInside() {
        Layout layout = face();
        assertEquals("hair", layout.at(100, 40).name());
        assertEquals("skin", layout.at(100, 90).name());
        assertEquals("background", layout.at(5, 5).name());
        TiledMask soft = TiledMask.filled(200, 160, 127);
        assertEquals(layout, layout.painted(soft, 3));
        assertNotEquals(layout, layout.painted(TiledMask.filled(200, 160, 128), 3));
    }

    @Test
    void theAreaOfAClassIsItsPixels() {
        Layout layout = face();
        assertEquals(80 * 30, Math.round(layout.area(200).mean() * 200 * 160));
        assertEquals(255, layout.area(3).at(100, 90));
        assertEquals(0, layout.area(3).at(100, 40));
    }

    @Test
    void theBoundaryOfAClassIsWhereItTouchesAnother() {
        TiledMask boundary = face().boundary(200);
        assertEquals(255, boundary.at(60, 45));
        assertEquals(255, boundary.at(100, 59));
        assertEquals(0, boundary.at(100, 45));
        assertEquals(0, boundary.at(100, 60));
        assertEquals(2 * 80 + 2 * 28, Math.round(boundary.mean() * 200 * 160));
        Layout all = Layout.filled(CLASSES, 30, 20, 3);
        assertTrue(all.boundary(3).blank(), "the picture's edge is no boundary");
    }

    @Test
    void paintingARegionLeavesTheRestShared() {
        Layout before = Layout.filled(CLASSES, 1000, 900, 0);
        Layout after =
                before.painted(TiledMask.filled(1000, 900, 255), new Region(100, 100, 20, 20), 3);
        Region changed = after.changed(before).orElseThrow();
        assertTrue(changed.width() <= 128 && changed.height() <= 128, changed::toString);
        assertTrue(Layout.heldBytes(List.of(before, after)) < 100_000);
    }

    @Test
    void paintingWhatIsThereAlreadyMakesNothingNew() {
        Layout layout = face();
        assertTrue(layout.painted(layout.area(200), 200).changed(layout).isEmpty());
        TiledMask mask = layout.area(3);
        assertTrue(Holes.filled(mask).changed(mask).isEmpty());
    }

    @Test
    void aLayoutComesBackFromItsFile() throws IOException {
        Layout layout = face();
        Path file = folder.resolve("layout.png");
        LayoutFiles.write(layout, file);
        assertEquals(layout, LayoutFiles.read(file, CLASSES));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        assertTrue(image.getColorModel() instanceof IndexColorModel);
        assertEquals(200, image.getRaster().getSample(100, 40, 0), "the palette's place is the id");
        assertEquals(0x402010, image.getRGB(100, 40) & 0xffffff);
    }

    @Test
    void aPictureInTheClassColoursIsALayout() {
        Layout layout = Layout.filled(CLASSES, 20, 10, 3);
        assertEquals(layout, LayoutFiles.decode(Picture.filled(20, 10, 0xffe0ac69).png(), CLASSES));
    }

    @Test
    void aColourOfNoClassIsRefusedWithItsPlace() {
        Picture picture = Picture.filled(20, 10, 0xffe0ac69);
        picture.argb()[3 * 20 + 7] = 0xff123456;
        PictureException e =
                assertThrows(
                        PictureException.class, () -> LayoutFiles.decode(picture.png(), CLASSES));
        assertTrue(e.getMessage().contains("(7, 3)"), e::getMessage);
        assertTrue(e.getMessage().contains("#123456"), e::getMessage);
    }

    @Test
    void classesMustDiffer() {
        List<LayoutClass> twice =
                List.of(new LayoutClass(1, "a", 0xff0000), new LayoutClass(2, "b", 0xff0000));
        assertThrows(IllegalArgumentException.class, () -> Layout.filled(twice, 9, 9, 1));
        assertThrows(IllegalArgumentException.class, () -> Layout.filled(CLASSES, 9, 9, 7));
        assertThrows(IllegalArgumentException.class, () -> new LayoutClass(256, "a", 0));
        Mask unknown = new Mask(1, 1, new byte[] {9});
        assertThrows(IllegalArgumentException.class, () -> Layout.of(CLASSES, unknown));
    }

    @Test
    void aMaskComesBackFromItsGreyFile() throws IOException {
        TiledMask mask = TiledMask.of(TiledMaskTest.noise(150, 97, 1));
        Path file = folder.resolve("mask.png");
        MaskFiles.write(mask, file);
        assertEquals(mask, MaskFiles.read(file));
        byte[] bytes = Files.readAllBytes(file);
        assertArrayEquals(MaskFiles.png(mask), bytes);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, image.getType());
    }

    @Test
    void ofAColouredPictureTheLightnessCountsAndWhatIsTransparentIsOutside() {
        Picture picture = Picture.filled(4, 1, 0xffffffff);
        picture.argb()[1] = 0xff000000;
        picture.argb()[2] = 0xff00ff00;
        picture.argb()[3] = 0x80ffffff;
        TiledMask mask = MaskFiles.decode(picture.png());
        assertEquals(255, mask.at(0, 0));
        assertEquals(0, mask.at(1, 0));
        assertEquals(150, mask.at(2, 0));
        assertEquals(128, mask.at(3, 0));
    }

    @Test
    void aMaskFileThatIsNoneIsRefused() {
        assertThrows(PictureException.class, () -> MaskFiles.decode(new byte[] {1, 2, 3}));
        assertThrows(PictureException.class, () -> MaskFiles.read(folder.resolve("none.png")));
        TiledMask mask = TiledMask.empty(4, 4);
        assertThrows(PictureException.class, () -> MaskFiles.write(mask, folder));
    }
}
