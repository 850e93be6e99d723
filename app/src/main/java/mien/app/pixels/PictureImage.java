package mien.app.pixels;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import mien.app.job.Jobs;
import mien.app.job.LatestStatus;
import mien.engine.picture.Picture;

/**
 * Pictures on their way to the screen: prepared beside the window, then copied once into a buffer
 * that the screen reads. Newest wins.
 */
public final class PictureImage {

    private final ReadOnlyObjectWrapper<Image> image =
            new ReadOnlyObjectWrapper<>(new WritableImage(1, 1));
    private final LatestStatus<Picture> waiting;
    private Consumer<Picture> afterwards = picture -> {};
    private PixelBuffer<IntBuffer> buffer = buffer(1, 1);

    private record Ready(Picture picture, Enlarged pixels) {}

    public PictureImage(Jobs jobs) {
        LatestStatus<Ready> ready = new LatestStatus<>(jobs.window(), this::put);
        waiting =
                new LatestStatus<>(jobs.drawing(), p -> ready.offer(new Ready(p, Enlarged.of(p))));
    }

    /** What an image view shows; another one whenever the size changes. */
    public ReadOnlyObjectProperty<Image> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** Shows a picture in a few milliseconds. */
    public void show(Picture picture) {
        waiting.offer(picture);
    }

    /** Told of each picture once its pixels are in the buffer. */
    public void whenShown(Consumer<Picture> listener) {
        afterwards = afterwards.andThen(listener);
    }

    private void put(Ready ready) {
        Enlarged pixels = ready.pixels;
        if (pixels.width() != buffer.getWidth() || pixels.height() != buffer.getHeight()) {
            buffer = buffer(pixels.width(), pixels.height());
            buffer.getBuffer().put(0, pixels.argb());
            image.set(new WritableImage(buffer));
        } else {
            buffer.updateBuffer(
                    b -> {
                        b.getBuffer().put(0, pixels.argb());
                        return null; // all of it
                    });
        }
        afterwards.accept(ready.picture);
    }

    private static PixelBuffer<IntBuffer> buffer(int width, int height) {
        return new PixelBuffer<>(
                width,
                height,
                IntBuffer.allocate(width * height),
                PixelFormat.getIntArgbPreInstance());
    }

    /**
     * A picture that never changes, such as a thumbnail; it shares the pixels of an opaque picture.
     */
    public static Image still(Picture picture) {
        IntBuffer pixels = IntBuffer.wrap(Enlarged.premultiplied(picture));
        return new WritableImage(
                new PixelBuffer<>(
                        picture.width(),
                        picture.height(),
                        pixels,
                        PixelFormat.getIntArgbPreInstance()));
    }
}
