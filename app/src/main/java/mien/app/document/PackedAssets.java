package mien.app.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import mien.engine.picture.ContentHash;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** The pictures and masks of one document by their place in its file, each once. */
final class PackedAssets implements Assets.Sink {

    private final Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();

    @Override
    public String picture(Picture picture) {
        String hash = ContentHash.of(picture);
        files.putIfAbsent(pictureFile(hash), picture::png);
        return hash;
    }

    @Override
    public String mask(Mask mask) {
        String hash = ContentHash.of(mask);
        files.putIfAbsent(maskFile(hash), () -> Png.of(mask));
        return hash;
    }

    /** Places and how to make what lies there. */
    Map<String, Supplier<byte[]>> files() {
        return files;
    }

    static String pictureFile(String hash) {
        return "pictures/" + hash + ".png";
    }

    static String maskFile(String hash) {
        return "masks/" + hash + ".png";
    }
}
