package mien.app.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import mien.app.prefs.ThemeChoice;
import mien.engine.picture.Picture;

/** Takes pictures of a window and of what popped up out of it, dark and light. */
public final class Camera {

    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("mien.guide")).map(Path::of);

    private final Scene scene;
    private final Consumer<ThemeChoice> choose;

    /**
     * @param choose gives the window another look, as a person would: what shows the choice follows
     */
    public Camera(Scene scene, Consumer<ThemeChoice> choose) {
        this.scene = scene;
        this.choose = choose;
    }

    /** Writes NAME-dark.png and NAME-light.png if pictures are wanted; on the window's thread. */
    public void take(String name) {
        FOLDER.ifPresent(
                folder -> {
                    write(ThemeChoice.LIGHT, folder.resolve(name + "-light.png"));
                    write(ThemeChoice.DARK, folder.resolve(name + "-dark.png"));
                });
    }

    private void write(ThemeChoice look, Path file) {
        choose.accept(look);
        layOut(scene.getRoot());
        WritableImage image = scene.snapshot(null);
        int w = (int) image.getWidth();
        int[] argb = pixels(image);
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow popup && popup.isShowing()) {
                layOut(popup.getScene().getRoot());
                lay(popup, argb, w);
            }
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Picture(w, argb.length / w, argb).write(file);
    }

    private static void layOut(Parent root) {
        root.applyCss();
        root.layout();
    }

    private static int[] pixels(WritableImage image) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] argb = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
        return argb;
    }

    /** Lays what a popup shows over the picture of the window, where it stands. */
    private void lay(PopupWindow popup, int[] under, int width) {
        Parent root = popup.getScene().getRoot();
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage image = root.snapshot(clear, null);
        Bounds drawn = root.getBoundsInParent();
        int left =
                (int)
                        Math.round(
                                popup.getX()
                                        - scene.getWindow().getX()
                                        - scene.getX()
                                        + drawn.getMinX());
        int top =
                (int)
                        Math.round(
                                popup.getY()
                                        - scene.getWindow().getY()
                                        - scene.getY()
                                        + drawn.getMinY());
        int w = (int) image.getWidth();
        int[] over = pixels(image);
        for (int i = 0; i < over.length; i++) {
            int x = left + i % w;
            int y = top + i / w;
            if (x >= 0 && x < width && y >= 0 && y < under.length / width) {
                under[y * width + x] = mixed(over[i], under[y * width + x]);
            }
        }
    }

    private static int mixed(int over, int under) {
        int alpha = over >>> 24;
        int mixed = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = over >> shift & 0xff;
            int b = under >> shift & 0xff;
            mixed |= (a * alpha + b * (255 - alpha) + 127) / 255 << shift;
        }
        return mixed;
    }
}
