package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import mien.app.canvas.CanvasView;
import mien.app.document.DocumentFile;
import mien.app.document.DocumentState;
import mien.app.edit.EditViewModel;
import mien.app.edit.LightDisc;
import mien.app.toy.ToySpec;
import mien.engine.picture.Picture;
import mien.engine.picture.export.XmpFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A whole visit without a pointer: change, look, undo, save, export, open again. */
@ExtendWith(ApplicationExtension.class)
class StudioKeyboardTest {

    private static final int FAR = 400; // pixels; no way is longer
    private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String MIEN = "urn:mien:export:1.0/";

    @TempDir private Path folder;

    private ToyWindow toy;

    @Start
    void open(Stage stage) {
        toy = new ToyWindow(stage, new OneFolder(folder, "mine.mien"), folder);
    }

    @AfterEach
    void close() {
        toy.close();
    }

    private EditViewModel<?> edit() {
        return toy.studio().editProperty().get().orElseThrow();
    }

    private double azimuth() {
        return ((ToySpec) edit().spec()).light().azimuth();
    }

    /** A reader that knows nothing of Mien finds what the file says of itself. */
    private static void marked(Path file) throws Exception {
        XMPMeta xmp =
                ImageMetadataReader.readMetadata(file.toFile())
                        .getFirstDirectoryOfType(XmpDirectory.class)
                        .getXMPMeta();
        String source = xmp.getPropertyString(IPTC, "DigitalSourceType");
        assertTrue(source.endsWith("/compositeWithTrainedAlgorithmicMedia"), source);
        assertEquals(XmpFile.recipe(file).orElseThrow(), xmp.getPropertyString(MIEN, "Recipe"));
    }

    /** Another program's reader finds the result, and the layers below it. */
    private static void layers(Path file, Picture result) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            assertTrue(reader.getClass().getName().contains("twelvemonkeys"), "" + reader);
            reader.setInput(in);
            BufferedImage whole = reader.read(0);
            int w = whole.getWidth();
            assertArrayEquals(result.argb(), whole.getRGB(0, 0, w, whole.getHeight(), null, 0, w));
            assertTrue(reader.getNumImages(true) > 2, "the whole, the result, the original");
        }
    }

    @Test
    void aVisitWithoutAPointer(FxRobot robot) throws Exception {
        ToyWindow.eventually(() -> toy.studio().editProperty().get().isPresent());

        toy.tabTo("Azimuth");
        robot.type(KeyCode.ENTER).write("70").type(KeyCode.ENTER);
        ToyWindow.eventually(() -> edit().resultProperty().get().isPresent());
        assertEquals(70, azimuth());
        toy.chord(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(20, azimuth());
        toy.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(70, azimuth());
        ToyWindow.eventually(() -> edit().resultProperty().get().isPresent());

        Picture result = edit().resultProperty().get().orElseThrow();
        toy.chord(KeyCode.CONTROL, KeyCode.S);
        Path document = folder.resolve("mine.mien");
        ToyWindow.eventually(
                () -> Files.exists(document) && !toy.studio().documents().dirtyProperty().get());
        DocumentState saved = DocumentFile.read(document).state();
        assertEquals(result, saved.outcome().orElseThrow());

        toy.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        toy.tabTo("Export …");
        robot.type(KeyCode.ENTER);
        Path export = folder.resolve("portrait-relight.png");
        ToyWindow.eventually(() -> Files.exists(export));
        assertEquals(result, Picture.read(export));
        assertTrue(XmpFile.recipe(export).isPresent());
        assertTrue(
                XmpFile.fields(export).stream()
                        .anyMatch(f -> f.toString().contains("compositeWithTrained")));
        marked(export);

        toy.tabTo("Format: PNG");
        robot.type(KeyCode.RIGHT, 3);
        assertEquals("Format: PSD, layers", toy.focused());
        robot.type(KeyCode.SPACE);
        toy.tabTo("Export …");
        robot.type(KeyCode.ENTER);
        Path layered = folder.resolve("portrait-relight.psd");
        ToyWindow.eventually(() -> Files.exists(layered));
        marked(layered);
        layers(layered, result);
        robot.type(KeyCode.ESCAPE);
        ToyWindow.eventually(() -> robot.lookup(".export-sheet").tryQuery().isEmpty());

        robot.interact(() -> toy.studio().open("another.png", () -> Picture.filled(64, 64, -1)));
        ToyWindow.eventually(
                () -> toy.studio().editProperty().get().isPresent() && azimuth() == 20);
        toy.chord(KeyCode.CONTROL, KeyCode.O);
        ToyWindow.eventually(
                () -> toy.studio().editProperty().get().isPresent() && azimuth() == 70);
        assertEquals(result, edit().resultProperty().get().orElseThrow());
        assertFalse(toy.studio().documents().dirtyProperty().get());
    }

    @Test
    void theLampIsDraggedByKeysAlsoWhileAMouseLiesOnThePicture(FxRobot robot) {
        ToyWindow.eventually(() -> toy.studio().editProperty().get().isPresent());
        CanvasView canvas = robot.lookup(".canvas-view").queryAs(CanvasView.class);
        robot.moveTo(canvas).type(KeyCode.K);
        ToyWindow.eventually(canvas::pointsByKeys);
        int[] lamp = lamp();
        for (int i = 0; i < FAR && !where(canvas).equals(List.of(lamp[0], lamp[1])); i++) {
            List<Integer> at = where(canvas);
            step(lamp[0] - at.get(0), KeyCode.LEFT, KeyCode.RIGHT);
            step(lamp[1] - at.get(1), KeyCode.UP, KeyCode.DOWN);
        }
        robot.type(KeyCode.SPACE);
        toy.chord(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.type(KeyCode.SPACE);
        assertTrue(azimuth() > 30, "the lamp went to the right: " + azimuth());
        toy.chord(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(20, azimuth());
    }

    /** The pixel of the photograph where the light tool has its lamp. */
    private int[] lamp() {
        LightDisc lamp = LightDisc.of(((ToySpec) edit().spec()).light());
        double w = ToyWindow.PHOTO.width();
        double h = ToyWindow.PHOTO.height();
        double radius = 0.36 * Math.min(w, h);
        return new int[] {
            (int) Math.round(w / 2 + lamp.x() * radius), (int) Math.round(h / 2 - lamp.y() * radius)
        };
    }

    private void step(int by, KeyCode back, KeyCode on) {
        if (by != 0) {
            toy.chord(KeyCode.CONTROL, by < 0 ? back : on);
        }
    }

    /** Column and row as a screen reader is told them. */
    private static List<Integer> where(CanvasView canvas) {
        return Pattern.compile("\\d+")
                .matcher(canvas.getAccessibleText())
                .results()
                .map(m -> Integer.valueOf(m.group()))
                .toList();
    }
}
