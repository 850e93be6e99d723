package mien.engine.picture.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.WriteProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** TwelveMonkeys reads the PSD files, Java's zip and ImageIO the OpenRaster files. */
class LayeredFilesTest {
    private static final Provenance EDIT = Provenance.edit("Mien test", "Mien relight", "1");
    private static final String HOSTILE =
            "<a> \"&' \u0000\r\n../../x \ud83d\ude00 한글 " + "n".repeat(300);

    @TempDir private Path folder;

    private static final Picture BELOW = Pictures.noise(90, 70, 1, false);
    private static final Picture ABOVE = Pictures.noise(33, 21, 2, true);
    private static final Picture ABOVE_ALL = Pictures.ramp(90, 70);
    private static final Mask MASK = Pictures.mask(33, 21, 3);
    private static final LayeredPicture TWO =
            new LayeredPicture(
                    90,
                    70,
                    List.of(
                            Layer.of("Original", BELOW),
                            new Layer("얼굴 face", ABOVE, 70, 60, 0.5, true, Optional.of(MASK)),
                            Layer.of("Draft", Pictures.ramp(90, 70)).hidden()));

    private static int[] argb(BufferedImage image) {
        int w = image.getWidth();
        return image.getRGB(0, 0, w, image.getHeight(), null, 0, w);
    }

    private static ImageReader psd(ImageInputStream in) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        ImageReader reader = readers.next();
        assertTrue(reader.getClass().getName().contains("psd"), reader.getClass().getName());
        reader.setInput(in);
        return reader;
    }

    private static List<Element> elements(Node root, String name) {
        List<Element> found = new ArrayList<>();
        NodeList children = root.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element e && e.getNodeName().equals(name)) {
                found.add(e);
            }
            found.addAll(elements(children.item(i), name));
        }
        return found;
    }

    @Test
    void anotherReaderFindsTheLayersOfAPsd() throws IOException {
        Path file = folder.resolve("a.psd");
        Export.psd(TWO, EDIT, file, WriteProgress.NONE);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = psd(in);
            assertArrayEquals(TWO.merged().argb(), argb(reader.read(0)));
            assertEquals(4, reader.getNumImages(true), "the whole and three layers");
            assertArrayEquals(BELOW.argb(), argb(reader.read(1)));
            assertEquals(33, reader.getWidth(2));
            List<Element> layers =
                    elements(
                            reader.getImageMetadata(0)
                                    .getAsTree(
                                            reader.getImageMetadata(0)
                                                    .getNativeMetadataFormatName()),
                            "LayerInfo");
            assertEquals(
                    List.of("Original", "얼굴 face", "Draft"),
                    layers.stream().map(l -> l.getAttribute("name")).toList());
            assertEquals(
                    List.of("255", "128", "255"),
                    layers.stream().map(l -> l.getAttribute("opacity")).toList());
            assertEquals("60", layers.get(1).getAttribute("top"));
            assertEquals("103", layers.get(1).getAttribute("right"));
        }
    }

    /** Parts of the format that the other reader passes over, read from the specification. */
    @Test
    void aLayerMaskLiesInItsOwnChannel() throws IOException {
        Path file = folder.resolve("a.psd");
        Layer masked = Layer.of("m", Pictures.noise(40, 9, 5, false)).withMask(stripes(40, 9));
        Export.psd(new LayeredPicture(40, 9, List.of(masked)), EDIT, file, WriteProgress.NONE);
        PsdRecord record = PsdRecord.first(Files.readAllBytes(file));
        assertEquals(List.of(-1, 0, 1, 2, -2), record.channels());
        assertEquals(List.of(0, 0, 9, 40), record.maskRectangle());
        assertArrayEquals(stripes(40, 9).values(), record.samples(4));
        byte[] red = new byte[40 * 9];
        for (int i = 0; i < red.length; i++) {
            red[i] = (byte) (masked.pixels().argb()[i] >> 16);
        }
        assertArrayEquals(red, record.samples(1));
    }

    private static Mask stripes(int width, int height) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i / 7 % 3 * 120);
        }
        return new Mask(width, height, values);
    }

    @Test
    void theMergedPictureOfAPsdKeepsItsTransparency() throws IOException {
        Path file = folder.resolve("a.psd");
        Picture glass = Pictures.noise(50, 30, 9, true);
        LayeredPicture one = new LayeredPicture(60, 40, List.of(Layer.of("glass", glass)));
        Export.psd(one, EDIT, file, WriteProgress.NONE);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            int[] read = argb(psd(in).read(0));
            int[] expected = one.merged().argb();
            for (int i = 0; i < read.length; i++) {
                assertEquals(expected[i] >>> 24, read[i] >>> 24);
                int rounding = expected[i] >>> 24 == 0 ? 255 : 2 + 255 / (expected[i] >>> 24);
                for (int shift = 0; shift <= 16; shift += 8) {
                    assertEquals(expected[i] >> shift & 0xff, read[i] >> shift & 0xff, rounding);
                }
            }
        }
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                entries.put(e.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static List<Element> stack(Map<String, byte[]> entries) throws IOException {
        try {
            return elements(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(entries.get("stack.xml"))),
                    "layer");
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    @Test
    void anOpenRasterFileHoldsWhatTheFormatAsks() throws IOException {
        Path file = folder.resolve("a.ora");
        Export.openRaster(TWO, EDIT.withRecipe("{}"), file, WriteProgress.NONE);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry first = zip.entries().nextElement();
            assertEquals("mimetype", first.getName());
            assertEquals(ZipEntry.STORED, first.getMethod());
        }
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(
                "mimetypeimage/openraster",
                new String(bytes, 30, 24, StandardCharsets.US_ASCII),
                "readable without unzipping");
        Map<String, byte[]> entries = entries(file);
        List<Element> layers = stack(entries);
        assertEquals(
                List.of("Draft", "얼굴 face – mask", "얼굴 face", "Original"),
                layers.stream().map(l -> l.getAttribute("name")).toList());
        assertEquals(
                List.of("hidden", "hidden", "visible", "visible"),
                layers.stream().map(l -> l.getAttribute("visibility")).toList());
        assertEquals("70", layers.get(2).getAttribute("x"));
        assertEquals("0.5000", layers.get(2).getAttribute("opacity"));
        assertArrayEquals(MASK.picture().argb(), png(entries, layers.get(1).getAttribute("src")));
        assertArrayEquals(BELOW.argb(), png(entries, layers.get(3).getAttribute("src")));
        assertArrayEquals(TWO.merged().argb(), png(entries, "mergedimage.png"));
        assertEquals(90 * 70, png(entries, "Thumbnails/thumbnail.png").length);
        Path merged = Files.write(folder.resolve("m.png"), entries.get("mergedimage.png"));
        assertEquals(Optional.of("{}"), XmpFile.recipe(merged));
    }

    private static int[] png(Map<String, byte[]> entries, String name) throws IOException {
        return argb(ImageIO.read(new ByteArrayInputStream(entries.get(name))));
    }

    /** What another program shows of an OpenRaster file is its layers over one another. */
    @Test
    void layersWithTheirMasksInTheirAlphaMergeToTheSamePicture() throws IOException {
        Path file = folder.resolve("a.ora");
        Export.openRaster(TWO, EDIT, file, WriteProgress.NONE);
        Map<String, byte[]> entries = entries(file);
        List<Layer> read = new ArrayList<>();
        for (Element l : stack(entries)) {
            Picture p = Picture.decode(entries.get(l.getAttribute("src")));
            read.add(
                    0,
                    new Layer(
                            "l",
                            p,
                            Integer.parseInt(l.getAttribute("x")),
                            Integer.parseInt(l.getAttribute("y")),
                            Double.parseDouble(l.getAttribute("opacity")),
                            l.getAttribute("visibility").equals("visible"),
                            Optional.empty()));
        }
        int[] again = new LayeredPicture(90, 70, read).merged().argb();
        int[] merged = TWO.merged().argb();
        for (int i = 0; i < merged.length; i++) {
            for (int shift = 0; shift <= 24; shift += 8) {
                assertEquals(merged[i] >> shift & 0xff, again[i] >> shift & 0xff, 2);
            }
        }
    }

    @Test
    void hostileNamesAreCappedAndHarmNothing() throws IOException {
        Layer layer = Layer.of(HOSTILE, BELOW).withMask(new Mask(90, 70, new byte[6300]));
        assertTrue(layer.name().codePointCount(0, layer.name().length()) <= 60, layer.name());
        LayeredPicture one =
                new LayeredPicture(90, 70, List.of(Layer.of("below", ABOVE_ALL), layer));
        Path ora = folder.resolve("a.ora");
        Export.openRaster(one, EDIT, ora, WriteProgress.NONE);
        assertEquals(layer.name(), stack(entries(ora)).get(1).getAttribute("name"));
        Path psd = folder.resolve("a.psd");
        Export.psd(one, EDIT, psd, WriteProgress.NONE);
        try (ImageInputStream in = ImageIO.createImageInputStream(psd.toFile())) {
            ImageReader reader = psd(in);
            assertEquals(3, reader.getNumImages(true));
            assertArrayEquals(one.merged().argb(), argb(reader.read(0)));
        }
        assertEquals("-", Layer.of("\u0000\n", BELOW).name());
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Layer.of("a", BELOW).withMask(Pictures.mask(3, 3, 1)));
    }

    @Test
    void aCancelledExportLeavesNothing() throws IOException {
        for (String name : List.of("a.psd", "a.ora")) {
            Path file = Files.writeString(folder.resolve(name), "old");
            WriteProgress stop =
                    share -> {
                        if (share > 0.5) {
                            throw new CancellationException();
                        }
                    };
            assertThrows(
                    CancellationException.class,
                    () -> {
                        if (name.endsWith("psd")) {
                            Export.psd(TWO, EDIT, file, stop);
                        } else {
                            Export.openRaster(TWO, EDIT, file, stop);
                        }
                    });
            assertEquals("old", Files.readString(file));
        }
        assertEquals(2, folder.toFile().list().length);
    }

    @Test
    void packedRowsUnpackToThemselves() {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            byte[] row = new byte[1 + random.nextInt(400)];
            int kinds = 1 + random.nextInt(4);
            for (int k = 0; k < row.length; k++) {
                row[k] =
                        (byte)
                                (random.nextInt(3) == 0 || k == 0
                                        ? random.nextInt(kinds)
                                        : row[k - 1]);
            }
            byte[] packed = new byte[PackBits.bound(row.length)];
            int length = PackBits.pack(row, row.length, packed);
            assertArrayEquals(row, PsdRecord.unpacked(packed, 0, length, row.length));
        }
    }
}
