package mien.app.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import mien.engine.picture.Picture;

/** Pictures of pages, written where {@code -Dmien.pictures=FOLDER} says; none without it. */
public final class Photograph {

    private Photograph() {}

    /** On the window's thread. */
    public static void of(Scene scene, String name) {
        Optional.ofNullable(System.getProperty("mien.pictures"))
                .ifPresent(folder -> write(scene, Path.of(folder), name));
    }

    private static void write(Scene scene, Path folder, String name) {
        WritableImage image = scene.snapshot(null);
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] argb = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Picture(w, h, argb).write(folder.resolve(name + ".png"));
    }
}
