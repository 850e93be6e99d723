package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.pixels.PictureImage;
import mien.app.pixels.TiledImage;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What of the pictures is seen on the screen. */
@ExtendWith(ApplicationExtension.class)
class CanvasViewTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int WHITE = 0xffffffff;

    private final ManualJobs jobs = new ManualJobs();
    private final PictureImage image = new PictureImage(jobs);
    private final PictureImage before = new PictureImage(jobs);
    private CanvasView canvas;

    @Start
    void open(Stage stage) {
        canvas = new CanvasView(image, before);
        canvas.setAccessibleText("The picture");
        Scene scene = new Scene(new StackPane(canvas), WIDTH, HEIGHT);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setMinWidth(0); // another test's window may have had a least size
        stage.setMinHeight(0);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private void show(FxRobot robot, Picture picture) {
        robot.interact(
                () -> {
                    canvas.open(picture);
                    image.show(picture);
                });
    }

    /** Pixels of the screen. */
    private Picture seen(FxRobot robot) {
        int[] argb = new int[WIDTH * HEIGHT];
        robot.interact(
                () -> {
                    PixelReader pixels = canvas.getScene().snapshot(null).getPixelReader();
                    for (int i = 0; i < argb.length; i++) {
                        argb[i] = pixels.getArgb(i % WIDTH, i / WIDTH);
                    }
                });
        return new Picture(WIDTH, HEIGHT, argb);
    }

    private static int at(Picture seen, double x, double y) {
        return seen.argb()[(int) y * WIDTH + (int) x];
    }

    private static Picture noise(int width, int height) {
        return new Picture(
                width,
                height,
                new Random(7).ints((long) width * height).map(i -> i | 0xff000000).toArray());
    }

    @Test
    void from200PercentOnEachPixelOfThePictureIsASquareOfItsColour(FxRobot robot) {
        Picture noise = noise(2000, 1500);
        show(robot, noise);
        robot.interact(() -> canvas.zoomTo(8));
        Picture seen = seen(robot);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Point2D p = canvas.viewport().settled().toPicture(x + 0.5, y + 0.5);
                int wanted = noise.argb()[(int) p.getY() * 2000 + (int) p.getX()];
                assertEquals(wanted, at(seen, x, y), "at " + x + ", " + y);
            }
        }
    }

    @Test
    void at100PercentThePixelsOfThePictureAreThoseOfTheScreen(FxRobot robot) {
        Picture noise = noise(3000, 2100);
        show(robot, noise);
        robot.interact(() -> canvas.zoomTo(1));
        robot.interact(() -> canvas.place(canvas.viewport().moved(33.4, -21.7)));
        Picture seen = seen(robot);
        for (int i = 0; i < seen.argb().length; i++) {
            Point2D p = canvas.viewport().settled().toPicture(i % WIDTH + 0.5, i / WIDTH + 0.5);
            assertEquals(noise.argb()[(int) p.getY() * 3000 + (int) p.getX()], seen.argb()[i]);
        }
    }

    @Test
    void noSeamIsSeenBetweenTilesHoweverTheViewLies(FxRobot robot) {
        show(robot, Picture.filled(3000, 2500, WHITE));
        Random r = new Random(3);
        for (int view = 0; view < 12; view++) {
            double scale = 0.45 + r.nextDouble() * 1.6;
            double angle = view % 3 == 0 ? 0 : r.nextDouble() * 360;
            double shift = r.nextDouble() * 300;
            robot.interact(
                    () -> {
                        canvas.place(
                                Viewport.centred(
                                                canvas.picture(),
                                                new Viewport.Size(WIDTH, HEIGHT),
                                                scale)
                                        .turnedAt(WIDTH / 2.0, HEIGHT / 2.0, angle)
                                        .moved(shift, -shift / 3));
                    });
            Picture seen = seen(robot);
            Map<Integer, Integer> found = new HashMap<>();
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    Point2D p = canvas.viewport().toPicture(x + 0.5, y + 0.5);
                    boolean inside =
                            p.getX() > 4 && p.getY() > 4 && p.getX() < 2996 && p.getY() < 2496;
                    if (inside) {
                        found.merge(at(seen, x, y), 1, Integer::sum);
                    }
                }
            }
            assertEquals(1, found.size(), "view " + view + ": " + found);
        }
    }

    @Test
    void onlyTheTilesThatAreSeenAreInTheScene(FxRobot robot) {
        show(robot, Picture.filled(4096, 4096, WHITE));
        robot.interact(() -> canvas.zoomTo(1));
        robot.interact(() -> canvas.layout());
        int tiles = robot.lookup(".image-view").queryAll().size();
        assertTrue(tiles >= 4 && tiles <= 9, "tiles: " + tiles);
        robot.interact(() -> canvas.fit());
        robot.interact(() -> canvas.layout());
        tiles = robot.lookup(".image-view").queryAll().size();
        assertEquals(1, tiles, "from afar one small tile holds all of it");
    }

    @Test
    void aStepOfARunIsSeenInItsPartOfThePicture(FxRobot robot) {
        show(robot, Picture.filled(400, 300, WHITE));
        robot.interact(
                () ->
                        image.show(
                                Picture.filled(64, 64, 0xff0000ff), new Region(100, 50, 128, 128)));
        robot.interact(() -> canvas.zoomTo(1));
        Picture seen = seen(robot);
        Point2D in = canvas.viewport().toView(164, 100);
        assertEquals(0xff0000ff, at(seen, in.getX(), in.getY()));
        Point2D out = canvas.viewport().toView(90, 100);
        assertEquals(WHITE, at(seen, out.getX(), out.getY()));
        robot.interact(
                () ->
                        image.show(
                                Picture.filled(64, 64, 0xff00ff00), new Region(100, 50, 128, 128)));
        assertEquals(0xff00ff00, at(seen(robot), in.getX(), in.getY()));
        robot.interact(() -> image.show(Picture.filled(400, 300, 0xff808080)));
        assertEquals(
                0xff808080, at(seen(robot), in.getX(), in.getY()), "the whole covers the part");
    }

    @Test
    void aPictureThatWasShownIsNeverWrittenTo(FxRobot robot) {
        Picture first = noise(300, 200);
        int[] kept = first.argb().clone();
        show(robot, first);
        Picture second = Picture.filled(300, 200, 0xff0000ff);
        for (Picture next : List.of(second, Picture.filled(300, 200, 0xff00ff00))) {
            robot.interact(() -> canvas.layout());
            robot.interact(() -> image.show(next));
            assertEquals(next.argb()[0], at(seen(robot), WIDTH / 2.0, HEIGHT / 2.0));
        }
        assertArrayEquals(kept, first.argb());
        assertEquals(0xff0000ff, second.argb()[0]);
    }

    @Test
    void aSplitShowsBothPicturesInOnePlace(FxRobot robot) {
        show(robot, Picture.filled(400, 300, 0xff0000ff));
        robot.interact(
                () -> {
                    before.show(Picture.filled(400, 300, 0xffff0000));
                    canvas.zoomTo(1);
                    canvas.compareProperty().set(Compare.OFF.next().to(0.4));
                });
        Picture seen = seen(robot);
        assertEquals(0xffff0000, at(seen, 0.4 * WIDTH - 10, HEIGHT / 2 + 60));
        assertEquals(0xff0000ff, at(seen, 0.4 * WIDTH + 10, HEIGHT / 2 + 60));
        robot.interact(
                () ->
                        canvas.compareProperty()
                                .set(canvas.compareProperty().get().turned().exchanged()));
        seen = seen(robot);
        assertEquals(0xff0000ff, at(seen, WIDTH / 2 + 60, 0.4 * HEIGHT - 12));
        assertEquals(0xffff0000, at(seen, WIDTH / 2 + 60, 0.4 * HEIGHT + 12));
    }

    @Test
    void sideBySideEachHasHalfTheView(FxRobot robot) {
        show(robot, Picture.filled(300, 300, 0xff0000ff));
        robot.interact(
                () -> {
                    before.show(Picture.filled(300, 300, 0xffff0000));
                    canvas.compareProperty().set(Compare.OFF.with(Compare.Mode.SIDE_BY_SIDE));
                });
        robot.interact(() -> canvas.layout());
        Picture seen = seen(robot);
        assertEquals(0xffff0000, at(seen, WIDTH * 0.25, HEIGHT / 2.0));
        assertEquals(0xff0000ff, at(seen, WIDTH * 0.75, HEIGHT / 2.0));
        assertTrue(canvas.viewport().scale() < 1.2, "fitted to its half");
    }

    /** A tool that lays its pixels over the picture. */
    private static final class Glaze implements StillTool {
        private final int[] argb;
        private final TiledImage pixels;

        Glaze(int width, int height) {
            argb = new int[width * height];
            pixels = TiledImage.live(width, height, argb);
        }

        @Override
        public Optional<TiledImage> overlay() {
            return Optional.of(pixels);
        }
    }

    @Test
    void pixelsOfAToolLieOverThePictureAndFollowTheirChanges(FxRobot robot) {
        show(robot, Picture.filled(1500, 1200, WHITE));
        Glaze glaze = new Glaze(1500, 1200);
        robot.interact(() -> canvas.setTool(Optional.of(glaze)));
        for (double scale : new double[] {1, 8, 0.4}) {
            Viewport.Size view = new Viewport.Size(WIDTH, HEIGHT);
            robot.interact(() -> canvas.place(Viewport.centred(canvas.picture(), view, scale)));
            assertEquals(WHITE, at(seen(robot), WIDTH / 2.0, HEIGHT / 2.0));
            Region middle = new Region(740, 590, 20, 20);
            paint(robot, glaze, middle, 0x80800000);
            Picture seen = seen(robot);
            assertEquals(0xff, at(seen, WIDTH / 2.0, HEIGHT / 2.0) >> 16 & 0xff);
            assertEquals(0x7f, at(seen, WIDTH / 2.0, HEIGHT / 2.0) & 0xff, 1);
            Point2D beside = canvas.viewport().toView(740 - 4, 600);
            assertEquals(WHITE, at(seen, beside.getX(), beside.getY()));
            paint(robot, glaze, middle, 0);
        }
    }

    @Test
    void aVeilHasNoSeamsAndLittleOfItIsDrawnAnewWhereItChanges(FxRobot robot) {
        show(robot, Picture.filled(1500, 1200, WHITE));
        Glaze glaze = new Glaze(1500, 1200);
        robot.interact(() -> canvas.setTool(Optional.of(glaze)));
        paint(robot, glaze, new Region(0, 0, 1500, 1200), 0x80800000);
        Random r = new Random(5);
        for (int view = 0; view < 8; view++) {
            double scale = 0.35 + r.nextDouble() * 1.5;
            Viewport middle =
                    Viewport.centred(canvas.picture(), new Viewport.Size(WIDTH, HEIGHT), scale)
                            .moved(30 * r.nextDouble(), 30 * r.nextDouble());
            robot.interact(() -> canvas.place(middle));
            Picture seen = seen(robot);
            Map<Integer, Integer> found = new HashMap<>();
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                Point2D p = middle.toPicture(i % WIDTH + 0.5, i / WIDTH + 0.5);
                boolean inside = p.getX() > 6 && p.getY() > 6 && p.getX() < 1494 && p.getY() < 1194;
                if (inside) {
                    found.merge(seen.argb()[i], 1, Integer::sum);
                }
            }
            assertEquals(1, found.size(), "scale " + scale + ": " + found);
            double widest =
                    robot.lookup(".image-view").queryAll().stream()
                            .filter(tile -> tile.getClip() != null)
                            .mapToDouble(tile -> scale * tile.getBoundsInParent().getWidth())
                            .max()
                            .orElseThrow();
            assertTrue(widest <= 129 * Math.max(1, scale), widest + " at scale " + scale);
        }
    }

    private static void paint(FxRobot robot, Glaze glaze, Region part, int colour) {
        robot.interact(
                () -> {
                    for (int y = part.y(); y < part.y() + part.height(); y++) {
                        int row = y * glaze.pixels.width();
                        Arrays.fill(
                                glaze.argb, row + part.x(), row + part.x() + part.width(), colour);
                    }
                    glaze.pixels.changed(part);
                });
    }
}
