package mien.app.history;

import java.util.Optional;
import mien.engine.picture.Picture;

/**
 * A result of the history: as pixels while it is near, packed without loss when it is far away.
 * Packing and reading may happen on different threads.
 */
final class KeptResult {

    private static final int BYTES_A_PIXEL = 4;

    private volatile Optional<byte[]> packed = Optional.empty();
    private volatile Optional<Picture> pixels;

    KeptResult(Picture picture) {
        pixels = Optional.of(picture);
    }

    /** The very picture that was kept, or one with the same pixels after it was packed. */
    Picture picture() {
        Optional<Picture> held = pixels;
        if (held.isPresent()) {
            return held.get();
        }
        Picture unpacked = Picture.decode(packed.orElseThrow());
        pixels = Optional.of(unpacked);
        return unpacked;
    }

    /** Gives up the pixels for packed ones. */
    void rest() {
        if (packed.isEmpty()) {
            packed = Optional.of(picture().png());
        }
        pixels = Optional.empty(); // after packed is set: a reader finds one of them
    }

    boolean resting() {
        return pixels.isEmpty();
    }

    long bytes() {
        return packed.map(p -> (long) p.length).orElse(0L)
                + pixels.map(p -> (long) BYTES_A_PIXEL * p.argb().length).orElse(0L);
    }
}
