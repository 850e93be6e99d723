package mien.app.history;

import java.util.Optional;
import mien.engine.picture.Picture;

/**
 * A result that several lists may hold: as pixels while it is near, packed without loss when it is
 * far away. Packing and reading may happen on different threads.
 */
public final class KeptResult {

    private static final int BYTES_A_PIXEL = 4;

    private volatile Optional<byte[]> packed = Optional.empty();
    private volatile Optional<Picture> pixels;

    public KeptResult(Picture picture) {
        pixels = Optional.of(picture);
    }

    /** The very picture that was kept, or one with the same pixels after it was packed. */
    public Picture picture() {
        Optional<Picture> held = pixels;
        if (held.isPresent()) {
            return held.get();
        }
        Picture unpacked = Picture.decode(packed.orElseThrow());
        pixels = Optional.of(unpacked);
        return unpacked;
    }

    /** Gives up the pixels for packed ones. */
    public void rest() {
        if (packed.isEmpty()) {
            packed = Optional.of(picture().png());
        }
        pixels = Optional.empty(); // after packed is set: a reader finds one of them
    }

    /** Whether it holds no pixels. */
    public boolean resting() {
        return pixels.isEmpty();
    }

    /** What it holds now. */
    public long bytes() {
        return packed.map(p -> (long) p.length).orElse(0L)
                + pixels.map(p -> (long) BYTES_A_PIXEL * p.argb().length).orElse(0L);
    }
}
