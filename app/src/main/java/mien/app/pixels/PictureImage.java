package mien.app.pixels;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
import mien.engine.picture.Region;

/**
 * Pictures on their way to the screen: prepared beside the window, then shown in tiles. Newest
 * wins.
 */
public final class PictureImage {

    private final ReadOnlyObjectWrapper<TiledImage> image = new ReadOnlyObjectWrapper<>(nothing());
    private final ReadOnlyObjectWrapper<Optional<Patch>> patch =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicLong asked = new AtomicLong();
    private final LatestStatus<Wanted> pictures;
    private final LatestStatus<Wanted> patches;
    private Consumer<Picture> afterwards = picture -> {};
    private volatile Prepared prepared = new Prepared(nothingAtAll(), Pyramid.of(nothingAtAll()));
    private Optional<Picture> shown = Optional.empty(); // what covers the canvas
    private long whole; // the newest that covers the canvas; what was asked for before is late

    /**
     * A picture over a part of the other.
     *
     * @param place where, in pixels of the canvas; the picture is shown as large as that
     */
    public record Patch(TiledImage image, Region place) {}

    private record Wanted(Picture picture, Optional<Region> place, long number) {}

    /** A picture that will be shown next. */
    private record Prepared(Picture picture, Pyramid pyramid) {}

    private record Ready(Wanted wanted, Pyramid pyramid) {}

    public PictureImage(Jobs jobs) {
        pictures = through(jobs, this::put);
        patches = through(jobs, this::putPatch);
    }

    private static LatestStatus<Wanted> through(Jobs jobs, Consumer<Ready> put) {
        LatestStatus<Ready> ready = new LatestStatus<>(jobs.window(), put);
        return new LatestStatus<>(
                jobs.drawing(), w -> ready.offer(new Ready(w, Pyramid.of(w.picture))));
    }

    private static TiledImage nothing() {
        return TiledImage.of(nothingAtAll());
    }

    private static Picture nothingAtAll() {
        return Picture.filled(1, 1, 0);
    }

    /** What covers the canvas; another one whenever the size changes. */
    public ReadOnlyObjectProperty<TiledImage> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** What lies over a part of it. */
    public ReadOnlyObjectProperty<Optional<Patch>> patchProperty() {
        return patch.getReadOnlyProperty();
    }

    /**
     * Makes a picture ready that will be shown next, on a thread that draws, so that it is seen as
     * soon as it is {@link #show(Picture) shown}.
     */
    public void prepare(Picture picture) {
        prepared = new Prepared(picture, Pyramid.of(picture));
    }

    /**
     * Shows a picture all over the canvas: at once if it was prepared, else in a few milliseconds.
     */
    public void show(Picture picture) {
        if (shown.filter(p -> p == picture).isPresent() && whole == asked.get()) {
            afterwards.accept(picture); // it is there, and nothing else is on its way
            return;
        }
        Wanted wanted = new Wanted(picture, Optional.empty(), asked.incrementAndGet());
        Prepared newest = prepared;
        if (newest.picture == picture) {
            put(new Ready(wanted, newest.pyramid));
        } else {
            pictures.offer(wanted);
        }
    }

    /** Shows a picture over a part of the canvas, such as a crop that is worked on. */
    public void show(Picture picture, Region place) {
        patches.offer(new Wanted(picture, Optional.of(place), asked.incrementAndGet()));
    }

    /** Lets go of what is shown and of what is on its way; on the window's thread. */
    public void clear() {
        whole = asked.incrementAndGet();
        image.set(nothing());
        shown = Optional.empty();
        patch.set(Optional.empty());
    }

    /** Told of each picture once its pixels are in the buffer. */
    public void whenShown(Consumer<Picture> listener) {
        afterwards = afterwards.andThen(listener);
    }

    private void put(Ready ready) {
        if (ready.wanted.number < whole) {
            return; // cleared meanwhile
        }
        whole = ready.wanted.number;
        if (!image.get().take(ready.pyramid)) {
            image.set(new TiledImage(ready.pyramid));
        }
        shown = Optional.of(ready.wanted.picture);
        patch.set(Optional.empty());
        afterwards.accept(ready.wanted.picture);
    }

    private void putPatch(Ready ready) {
        if (ready.wanted.number < whole) {
            return; // a newer picture covers it
        }
        Region place = ready.wanted.place.orElseThrow();
        boolean taken =
                patch.get()
                        .filter(p -> p.place.equals(place) && p.image.take(ready.pyramid))
                        .isPresent();
        if (!taken) {
            patch.set(Optional.of(new Patch(new TiledImage(ready.pyramid), place)));
        }
        afterwards.accept(ready.wanted.picture);
    }

    /**
     * A picture that never changes, such as a thumbnail; it shares the pixels of an opaque picture.
     */
    public static Image still(Picture picture) {
        int[] pixels = picture.opaque() ? picture.argb() : Raster.premultiplied(picture).argb();
        return new WritableImage(
                new PixelBuffer<>(
                        picture.width(),
                        picture.height(),
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance()));
    }
}
